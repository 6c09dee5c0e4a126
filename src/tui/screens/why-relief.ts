/** A cause on the screen of why: what it stands for, what it does together with others, and what is otherwise without it. */
import {formatNumber} from '../../report/number.ts';
import {scaled} from '../../report/scale.ts';
import {unitOf} from '../../report/why/words.ts';
import type {Relief} from '../../scenario/program.ts';
import {fitTo, type Line, nothing, titled, wrap} from '../drawing/lines.ts';
import {paint} from '../look.ts';
import type {Scene, Size} from '../scene.ts';
import type {Known} from './why-explained.ts';

/** So many of the causes that it does most together with are named. */
const named = 3;

/** A relief in as many lines as there is room for. */
export function reliefPane({look}: Scene, known: Known, relief: Relief | undefined, size: Size, focused: boolean): Line[] {
	if (!relief) return nothing('The scenario has no such cause.', size, look);
	const {width, height} = size;
	const {kind, reason = '', sources, changes, label} = relief;
	const decided = kind === 'action' ? 'Somebody could have decided it.' : 'The world would have had to be otherwise.';
	const said = [decided, reason, sources.length > 0 ? `Sources: ${sources.join(', ')}.` : ''].filter(text => text !== '').join('\n');
	const together = togetherOf(known, relief);
	const heading = (text: string): Line => paint(fitTo(text, width), {role: 'title', bold: true}, look);
	const lines = [
		...wrap(said, width),
		...(together.length > 0 ? [heading('Beyond what each does apart, together it brings'), ...together] : []),
		heading('Without it'),
		...changes.map(({path, operation, text}) => `  ${path}: ${operation} ${text}`),
	].map(line => fitTo(line, width));
	const more = lines.length - (height - 1);
	const shown = more > 0 && height > 2 ? [...lines.slice(0, height - 2), fitTo(`  and ${more + 1} more lines`, width)] : lines;
	return titled(label, shown, size, look, {focused});
}

/** What it brings together with other causes, the largest first; none where that is not known. */
function togetherOf({explained, explanation}: Known, relief: Relief): readonly string[] {
	const {program, causes} = explained;
	const {interactions} = explanation.attributed.parts;
	if (!interactions) return [];
	const place = causes.findIndex(({id}) => id === relief.id);
	const pairs = causes.flatMap(({label}, other) =>
		other === place ? [] : [{label, value: interactions[Math.min(place, other) * causes.length + Math.max(place, other)]}],
	);
	const {unit, values} = scaled(
		unitOf(program, explanation.outcome),
		pairs.map(({value}) => value),
	);
	return pairs
		.map(({label}, i) => ({label, value: values[i]}))
		.filter(({value}) => value !== 0)
		.sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
		.slice(0, named)
		.map(({label, value}) => `  ${value > 0 ? '+' : ''}${`${formatNumber(value)} ${unit}`.trim()} with ${label}`);
}
