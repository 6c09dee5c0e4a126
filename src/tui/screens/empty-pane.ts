/** A screen with nothing on it. */
import {type Line, nothing, titled} from '../drawing/lines.ts';
import type {Scene, Size} from '../scene.ts';

/** A whole screen that says why it is empty, under the title it would have. */
export const emptyPane = (title: string, reason: string, {state, look}: Scene, size: Size): Line[] =>
	titled(title, nothing(reason, {...size, height: size.height - 1}, look), size, look, {focused: state.pane === 'screen'});
