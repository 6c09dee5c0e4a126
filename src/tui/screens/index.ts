/** The screens, in the order of their tabs. */
import type {Screen} from '../scene.ts';
import {screenIds} from '../state.ts';
import {compare} from './compare.ts';
import {history} from './history.ts';
import {losses} from './losses.ts';
import {money} from './money.ts';
import {overview} from './overview.ts';
import {people} from './people.ts';
import {sites} from './sites.ts';
import {supply} from './supply.ts';
import {why} from './why.ts';

const known: readonly Screen[] = [overview, supply, people, sites, money, losses, history, compare, why];

/** Every screen there is, in the order of `screenIds`. */
export const screens: readonly Screen[] = screenIds.flatMap(id => known.find(screen => screen.id === id) ?? []);
