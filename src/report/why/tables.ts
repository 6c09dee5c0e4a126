/** Explanations as tables. Every row has an id, by which sentences name it; for people the ids are left out, and each outcome has a table. */
import {formatMonth} from '../../scenario/calendar.ts';
import {bindings} from '../../study/why/account.ts';
import type {Attributed} from '../../study/why/attribution.ts';
import type {Explained, Explanation} from '../../study/why/explained.ts';
import type {Held} from '../../study/why/verdict.ts';
import type {Worth} from '../../study/why/worth.ts';
import {outcomeText} from '../lesson-words.ts';
import type {Cell, Table, TableColumn} from '../table.ts';
import {causeName, otherwiseText, rowId, unitOf} from './words.ts';

/** How a table is put together: its rows for each outcome, with their ids. An outcome of which there is nothing to say has no table for people. */
type Made = {readonly title: (outcome: string) => string; readonly columns: readonly TableColumn[]; readonly notes?: readonly string[]};
type Rows = (explanation: Explanation, o: number) => readonly (readonly [string, ...Cell[]])[];

function tables(explained: Explained, name: string, {title, columns, notes}: Made, rows: Rows, forPeople: boolean): Table[] {
	const {explanations, program} = explained;
	if (forPeople) {
		return explanations.flatMap((one, o) => {
			const cells = rows(one, o).map(([, ...row]) => row);
			return cells.length === 0 ? [] : [{name, title: title(outcomeText(program, one.outcome)), columns, rows: cells, ...(notes && {notes})}];
		});
	}
	return [
		{
			name,
			title: title('each outcome'),
			columns: [{name: 'id'}, {name: 'outcome'}, {name: 'unit'}, ...columns],
			rows: explanations.flatMap((one, o) => rows(one, o).map(([id, ...cells]) => [id, one.outcome.text, unitOf(program, one.outcome), ...cells])),
		},
	];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Rated capacity less output by cause; it adds up. */
export function accountTables(explained: Explained, forPeople: boolean): Table[] {
	const columns = ['cause', 'amount', 'unit of amount', 'of rated capacity %', 'of what is missing %'].map(name => ({name}));
	const rows: Rows = ({outcome, account}) => {
		if (!account) return [];
		const {rated, output, lost, unit} = account;
		const missing = rated.total - output.total;
		const row = (cause: string, name: string, total: number): readonly [string, ...Cell[]] => [
			rowId('account', outcome, cause),
			name,
			total,
			unit,
			rated.total > 0 ? (total / rated.total) * 100 : undefined,
			cause !== 'rated' && cause !== 'output' && missing > 0 ? (total / missing) * 100 : undefined,
		];
		return [
			row('rated', 'Rated capacity', rated.total),
			row('output', 'Made', output.total),
			...lost.map(({cause, total}) => row(cause, capital(causeName(explained.program, cause)), total)),
		];
	};
	return tables(explained, 'account', {title: outcome => `Why output fell short: ${outcome}`, columns}, rows, forPeople);
}

/** The same month by month, a row a month and cause. */
export function accountMonthsTables(explained: Explained, forPeople: boolean): Table[] {
	const columns = ['month', 'cause', 'amount', 'unit of amount'].map(name => ({name}));
	const rows: Rows = ({outcome, account}) =>
		[...(account ? [account.rated, account.output, ...account.lost] : [])].flatMap(({cause, values}) =>
			Array.from(values, (value, t): readonly [string, ...Cell[]] => {
				const month = formatMonth(explained.program.start + (account?.from ?? 0) + t);
				return [rowId('account-months', outcome, month, cause), month, cause, value, account?.unit];
			}),
		);
	return tables(explained, 'account-months', {title: outcome => `The account month by month: ${outcome}`, columns}, rows, forPeople);
}

/** Which limit bound each site beside its people and its damage, and how far it is from the next. */
export function bindingTables(explained: Explained, forPeople: boolean): Table[] {
	const {program, run} = explained;
	const columns = [{name: 'site'}, {name: 'bound by'}, {name: 'months'}, {name: 'slack to the next', unit: '%'}];
	const rows: Rows = ({outcome, account}) =>
		(account ? bindings(run, account) : []).map(({site, cause, months, slack}) => [
			rowId('binding', outcome, site, cause),
			program.entities.get(site)?.label ?? site,
			causeName(program, cause),
			months,
			slack * 100,
		]);
	const notes = ['Slack: how much further, in shares of what people and plant allow, the site could go before the next limit is met.'];
	return tables(explained, 'binding', {title: outcome => `What bound each site: ${outcome}`, columns, notes}, rows, forPeople);
}

/** What each cause contributes, the largest share first; then what those of each kind do, and all. */
export function attributionTables(explained: Explained, forPeople: boolean): Table[] {
	const {causes, drawn, attribution} = explained;
	const columns: TableColumn[] = [
		...['cause', 'kind', 'share', 'of the change %', 'alone', 'last'],
		...(attribution.isExact ? [] : ['±']),
		...(drawn ? ['low', 'median', 'high', 'same sign in %', 'largest in %'] : []),
	].map(name => ({name}));
	const rows: Rows = ({outcome, attributed, verdict}) => {
		const {whole, parts} = attributed.parts;
		const percentOf = (share: number): Cell => (whole === 0 ? undefined : (share / whole) * 100);
		const order = parts.map((_, i) => i).sort((a, b) => Math.abs(parts[b].share) - Math.abs(parts[a].share) || a - b);
		const held = (one: Held | undefined, leads?: number): readonly Cell[] =>
			drawn ? [one?.low, one?.median, one?.high, one && one.agrees * 100, leads === undefined ? undefined : leads * 100] : [];
		const sum = (id: string, label: string, share: number, sure: readonly Cell[]): readonly [string, ...Cell[]] => [
			...([rowId('attribution', outcome, id), label, undefined, share, percentOf(share), undefined, undefined] as const),
			...(attribution.isExact ? [] : [undefined]),
			...sure,
		];
		return [
			...order.map((i): readonly [string, ...Cell[]] => {
				const {share, alone, last, error} = parts[i];
				const own: readonly [string, ...Cell[]] = [
					rowId('attribution', outcome, causes[i].id),
					causes[i].label,
					causes[i].kind,
					share,
					percentOf(share),
					alone,
					last,
				];
				return [...own, ...(attribution.isExact ? [] : [error]), ...held(verdict.causes[i], verdict.leads[i])];
			}),
			...kindSums(explained, attributed).map(({kind, share}) => sum(kind, kindLabels[kind], share, held(undefined))),
			sum('all', 'All together', whole, held(verdict.whole)),
		];
	};
	return tables(
		explained,
		'attribution',
		{title: outcome => `What each cause contributes: ${outcome}`, columns, notes: attributionNotes(explained)},
		rows,
		forPeople,
	);
}

const kindLabels = {action: 'What somebody could have decided', assumption: 'What would have had to be otherwise'} as const;

/** The shares of actions and of assumptions, where there are both. */
export function kindSums({causes}: Explained, {parts: {parts}}: Attributed): readonly {readonly kind: 'action' | 'assumption'; readonly share: number}[] {
	const kinds = (['action', 'assumption'] as const).filter(kind => causes.some(cause => cause.kind === kind));
	if (kinds.length < 2) return [];
	return kinds.map(kind => ({kind, share: parts.reduce((sum, {share}, i) => sum + (causes[i].kind === kind ? share : 0), 0)}));
}

function attributionNotes({attribution, drawn}: Explained): string[] {
	return [
		attribution.isExact
			? `Share: Shapley value over all ${attribution.runs} combinations; alone: relieved with all else as it is; last: lost by leaving it out when all else is relieved.`
			: `Share: mean over sampled orders (${attribution.runs} runs), ± twice its standard error; alone and last are exact.`,
		...(drawn
			? [
					drawn.isWeighed
						? `Low and high: the middle 80 % of ${drawn.weights.length} members chosen from ${drawn.pool} by the target facts (effective size ${drawn.effective.toFixed(0)}).`
						: `Low and high: the middle 80 % of ${drawn.weights.length} members drawn over ranges, readings, forms and shocks${drawn.pool > drawn.weights.length ? `; the target facts leave an effective ${drawn.effective.toFixed(0)} of ${drawn.pool}, too few to weigh them` : ''}.`,
				]
			: []),
		...(drawn
			? ['The run as written may stand at the edge of what is drawn, or beyond: what was calibrated stands where the facts are, often at an end of its range.']
			: []),
		...(drawn && drawn.failed > 0 ? [`${drawn.failed} members failed and are left out.`] : []),
	];
}

/** What two causes bring together beyond what each does apart. */
export function interactionTables(explained: Explained, forPeople: boolean): Table[] {
	const {causes} = explained;
	const rows: Rows = ({outcome, attributed}) => {
		const {interactions} = attributed.parts;
		if (!interactions) return [];
		const pairs = causes.flatMap((one, i) =>
			causes
				.slice(i + 1)
				.map((other, k): readonly [string, ...Cell[]] => [
					rowId('interactions', outcome, one.id, other.id),
					one.label,
					other.label,
					interactions[i * causes.length + i + 1 + k],
				]),
		);
		return pairs.filter(([, , , value]) => value !== 0).sort((a, b) => Math.abs(Number(b[3])) - Math.abs(Number(a[3])));
	};
	const columns = [{name: 'one'}, {name: 'other'}, {name: 'interaction'}];
	const notes = ['Above nothing: the two help one another; below: either does part of what the other would.'];
	return tables(explained, 'interactions', {title: outcome => `What pairs of causes do together: ${outcome}`, columns, notes}, rows, forPeople);
}

/** What is said under every rival reading and other form of the model. */
export function otherwiseTables(explained: Explained, forPeople: boolean): Table[] {
	const {causes, otherwise} = explained;
	const columns = [{name: 'believed instead'}, {name: 'all together'}, {name: 'largest share'}, {name: 'share'}, {name: 'of the change', unit: '%'}];
	const rows: Rows = ({outcome}, o) =>
		otherwise.map((one): readonly [string, ...Cell[]] => {
			const {whole, shares} = one.tellings[o];
			const most = shares.reduce((best, share, i) => (Math.abs(share) > Math.abs(shares[best]) ? i : best), 0);
			return [
				rowId('otherwise', outcome, `${one.factor}=${one.option}`),
				otherwiseText(one),
				whole,
				causes[most].label,
				shares[most],
				whole === 0 ? undefined : (shares[most] / whole) * 100,
			];
		});
	return tables(explained, 'otherwise', {title: outcome => `Under other readings and forms of the model: ${outcome}`, columns}, rows, forPeople);
}

/** What one more unit would have been worth, by the quarter in which it came: for people a column for each unit, as data a row. */
export function worthTables(explained: Explained, worths: readonly Worth[], forPeople: boolean): Table[] {
	const {program} = explained;
	const title = (outcome: string): string => `What one more unit adds, by when it comes: ${outcome}`;
	if (!forPeople) {
		const rows: Rows = ({outcome}, o) =>
			worths.map(({extra, month, gains}) => [rowId('worth', outcome, extra.id, formatMonth(month)), extra.label, formatMonth(month), gains[o]]);
		return tables(explained, 'worth', {title, columns: [{name: 'one more'}, {name: 'from'}, {name: 'gain'}]}, rows, false);
	}
	const months = [...new Set(worths.map(({month}) => month))];
	return explained.explanations.map(({outcome}, o) => ({
		name: 'worth',
		title: title(outcomeText(program, outcome)),
		columns: [{name: 'from'}, ...program.extras.map(({label}) => ({name: label}))],
		rows: months.map(month => [formatMonth(month), ...worths.filter(one => one.month === month).map(({gains}) => gains[o])]),
		notes: [`In ${unitOf(program, outcome) || 'the unit of the outcome'}; each number is a run with one more and a run without.`],
	}));
}
