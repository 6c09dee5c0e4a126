/**
 * Explanations in words, from templates. Every number stands in a row of a table and says in which; nothing is said that no row carries.
 * What is not settled is said first.
 */
import type {Explained, Explanation} from '../../study/why/explained.ts';
import type {Held} from '../../study/why/verdict.ts';
import {outcomeText} from '../lesson-words.ts';
import type {Table} from '../table.ts';
import {type Cited, listed, type Sentence, say} from './prose.ts';
import {kindSums} from './tables.ts';
import {aboutText, causeName, changesIn, inSentence, otherwiseText, outcomeWords, percent, periodText, rowId, unitOf} from './words.ts';

/** So many causes are named one by one. */
const named = 3;
/** A cause that has less of the whole than this is said to do next to nothing. */
const little = 0.01;
/** A conclusion that fewer of the members share is not settled. */
const settled = 0.9;

/** Everything that can be said of each outcome, its sentences in order. */
export const sentencesOf = (explained: Explained): readonly {readonly explanation: Explanation; readonly sentences: readonly Sentence[]}[] =>
	explained.explanations.map(explanation => ({
		explanation,
		sentences: [...certaintySentences(explained, explanation), ...accountSentences(explained, explanation), ...attributionSentences(explained, explanation)],
	}));

/** For people a paragraph for each outcome; as data each sentence with its numbers, and the row and column of each, in the order in which they stand in it. */
export function sentencesTables(explained: Explained, forPeople: boolean): Table[] {
	const all = sentencesOf(explained);
	if (forPeople) {
		return all.map(({explanation, sentences}) => ({
			name: 'sentences',
			title: outcomeText(explained.program, explanation.outcome),
			columns: [],
			rows: [],
			notes: sentences.map(({text}) => text),
		}));
	}
	const rows = all.flatMap(({explanation: {outcome}, sentences}) =>
		sentences.map(({text, cites}, i) => [
			rowId('sentences', outcome, String(i + 1)),
			outcome.text,
			text,
			cites.map(cite => cite.text).join('; '),
			cites.map(({row, column}) => `${row}#${column}`).join('; '),
		]),
	);
	return [{name: 'sentences', title: 'In words', columns: ['id', 'outcome', 'text', 'numbers', 'rows'].map(name => ({name})), rows}];
}

function accountSentences({program, against, title}: Explained, {outcome, account}: Explanation): readonly Sentence[] {
	if (!account || account.rated.total <= 0) return [];
	const {rated, output, lost} = account;
	const missing = rated.total - output.total;
	const cite = (cause: string, column: string, text: string): Cited => ({text, row: rowId('account', outcome, cause), column});
	const made = cite('output', 'of rated capacity %', percent(output.total / rated.total));
	const whose = against === undefined ? '' : `, in “${title}”,`;
	const first = say`${periodText(outcome)}${whose} ${aboutText(program, outcome, account)} made ${made} of rated capacity.`;
	if (missing <= 0) return [first];
	const points = (cause: string, total: number): Cited => cite(cause, 'of what is missing %', percent(total / missing));
	// One that is left is named as well: “the other 1” says less in as many words.
	const told = lost.length === named + 1 ? lost.length : named;
	const parts = lost.slice(0, told).map(({cause, total}) => say`${points(cause, total)} was lost to ${causeName(program, cause)}`);
	const rest = lost.slice(told);
	const others = rest.length > 0 ? say`; the other ${String(rest.length)} causes took the rest` : say``;
	return [first, say`Of what was missing, ${listed(parts)}${others}.`];
}

function attributionSentences(explained: Explained, {outcome, attributed, verdict}: Explanation): readonly Sentence[] {
	const {program, causes, attribution} = explained;
	const {parts, whole} = attributed.parts;
	if (causes.length === 0) return [];
	const change = changesIn(unitOf(program, outcome), [whole, ...parts.map(({share}) => share)]);
	const cite = (cause: string, column: string, value: number): Cited => ({text: change(value), row: rowId('attribution', outcome, cause), column});
	const name = outcomeWords(program, outcome);
	const all = cite('all', 'share', whole);
	const every = causes.length === 1 ? 'the cause' : causes.length === 2 ? 'both causes' : `all ${causes.length} causes`;
	const opening =
		explained.against === undefined
			? say`Relieved in the whole economy, ${every} would have changed ${name} by ${all}.`
			: say`“${explained.against}” changes ${name} by ${all}.`;
	if (verdict.leader === undefined) return [opening];
	const order = parts.map((_, i) => i).sort((a, b) => Math.abs(parts[b].share) - Math.abs(parts[a].share) || a - b);
	const counted = order.filter(i => Math.abs(parts[i].share) > little * Math.abs(whole));
	// What differs goes by a lever’s name or a path, which is quoted as it stands.
	const nameOf = (i: number): string => (explained.against === undefined ? inSentence(causes[i].label) : `“${causes[i].label}”`);
	const shares = counted.slice(0, named).map(i => say`${cite(causes[i].id, 'share', parts[i].share)} from ${nameOf(i)}`);
	const [lead] = order;
	const alone = say`Alone ${nameOf(lead)} would bring ${cite(causes[lead].id, 'alone', parts[lead].alone)}; with all else ${explained.against === undefined ? 'relieved' : 'taken over'} already, ${cite(causes[lead].id, 'last', parts[lead].last)}.`;
	const [action, assumption] = kindSums(explained, attributed).map(({kind, share}) => cite(kind, 'share', share));
	const idle = order.filter(i => !counted.includes(i));
	return [
		opening,
		say`Of this comes ${listed(shares)}${counted.length > named ? say`; the rest from ${listed(counted.slice(named).map(nameOf))}` : ''}.`,
		alone,
		...(action && assumption ? [say`What somebody could have decided makes ${action} of it, what would have had to be otherwise ${assumption}.`] : []),
		...(idle.length > 0 ? [say`Less than a hundredth of it comes from ${listed(idle.map(nameOf))}.`] : []),
		...(attribution.isExact ? [] : [say`These shares are sampled; the table gives their errors.`]),
	];
}

/** What would overturn the conclusion; said before anything else where something does. */
function certaintySentences({causes, drawn, otherwise, program, against}: Explained, {outcome, attributed, verdict}: Explanation): readonly Sentence[] {
	const {leader, leads, whole, otherLeader, otherSign} = verdict;
	if (leader === undefined || !drawn) return [];
	const cite = (cause: string, column: string, text: string): Cited => ({text, row: rowId('attribution', outcome, cause), column});
	const change = changesIn(unitOf(program, outcome), [attributed.parts.whole]);
	const end = (column: 'low' | 'high', held: Held): Cited => cite('all', column, change(held[column]));
	const band = whole ? say`; the change lies between ${end('low', whole)} and ${end('high', whole)} in the middle four fifths of them` : '';
	const draws = `${drawn.weights.length} draws`;
	const told = (others: typeof otherwise): Sentence => {
		const more = others.length - named;
		return listed([...others.slice(0, named).map(otherwiseText), ...(more > 0 ? [`${more} more`] : [])]);
	};
	if (against !== undefined) {
		const agrees = whole?.agrees ?? Number.NaN;
		const sure = agrees >= settled && otherSign.length === 0;
		const share = cite('all', 'same sign in %', percent(agrees));
		const flips = otherSign.length > 0 ? say`, and turns round under ${told(otherSign)}` : say``;
		return [
			sure
				? say`The direction is settled: it is the same in ${share} of ${draws} and under every other reading and form of the model${band}.`
				: say`The direction is not settled: it is the same in ${share} of ${draws}${flips}${band}.`,
		];
	}
	const most = inSentence(causes[leader].label);
	const share = cite(causes[leader].id, 'largest in %', percent(leads[leader]));
	const rivals = leads
		.map((lead, i) => ({lead, i}))
		.filter(({lead, i}) => i !== leader && lead > 1 - settled)
		.sort((a, b) => b.lead - a.lead);
	const other = rivals.map(({lead, i}) => say`that of ${inSentence(causes[i].label)} in ${cite(causes[i].id, 'largest in %', percent(lead))}`);
	const flips = otherLeader.length > 0 ? say` Another cause leads under ${told(otherLeader)}.` : say``;
	if (leads[leader] >= settled && otherLeader.length === 0)
		return [say`That the largest share is that of ${most} is settled: so it is in ${share} of ${draws} and under every other reading and form of the model.`];
	const rest = other.length > 0 ? say`, ${listed(other)}` : say``;
	const but = rivals.some(({lead}) => lead > leads[leader]) ? ', but only' : ' and';
	return [say`Which cause matters most is not settled: the largest share is that of ${most} as written${but} in ${share} of ${draws}${rest}.${flips}`];
}
