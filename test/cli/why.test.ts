import {expect, test} from 'vitest';
import {counterplan} from '../built.ts';
import {firstSteps, whatIf} from '../study/why/first-steps.ts';

type Row = Readonly<Record<string, string | number | null>>;
type Tables = Readonly<Record<string, readonly Row[]>>;

const tablesOf = (...args: readonly string[]): Tables => {
	const {status, stdout, stderr} = counterplan(['why', ...args, '--format', 'json', '--workers', '1']);
	expect(stderr).toBe('');
	expect(status).toBe(0);
	return JSON.parse(stdout) as Tables;
};

const outcomes = ['bricks.made@1900:sum', 'industry.index@1900:mean'];
const relieved = tablesOf(firstSteps, ...outcomes, '--members', '8');
const against = tablesOf(whatIf, ...outcomes, '--against', firstSteps, '--members', '8');

test('the account and the shares of each outcome add up', () => {
	for (const outcome of outcomes) {
		const account = relieved.account.filter(row => row.outcome === outcome);
		const amount = (cause: string): number => Number(account.find(row => row.cause === cause)?.amount);
		const lost = account.filter(({cause}) => cause !== 'Rated capacity' && cause !== 'Made').reduce((sum, row) => sum + Number(row.amount), 0);
		expect(Math.abs(amount('Rated capacity') - amount('Made') - lost)).toBeLessThanOrEqual(1e-9 * amount('Rated capacity'));
		const rows = relieved.attribution.filter(row => row.outcome === outcome);
		const all = Number(rows.find(({id}) => String(id).endsWith('/all'))?.share);
		const shares = rows.filter(({kind}) => kind !== null).reduce((sum, row) => sum + Number(row.share), 0);
		expect(Math.abs(shares - all)).toBeLessThanOrEqual(1e-9 * Math.abs(all));
		expect(all).toBeGreaterThan(0);
	}
});

test('every number of every sentence stands in the row and column that it names', () => {
	for (const tables of [relieved, against]) {
		const rows = new Map(Object.values(tables).flatMap(table => table.map(row => [row.id, row] as const)));
		expect(tables.sentences.length).toBeGreaterThan(4);
		for (const {text, numbers, rows: places} of tables.sentences) {
			const said = numbers ? String(numbers).split('; ') : [];
			const stand = places ? String(places).split('; ') : [];
			expect(stand).toHaveLength(said.length);
			let rest = String(text);
			said.forEach((number, i) => {
				expect(rest).toContain(number);
				rest = rest.replace(number, '');
				const [id, column] = stand[i].split('#');
				const value = rows.get(id)?.[column];
				expect(typeof value, `${id} has a number in ${column}`).toBe('number');
				const [, size, scale] = /^[+]?(−?[\d,.]+|∞)\s?(thousand|million)?/.exec(number) ?? [];
				const read = Number(size.replace('−', '-').replaceAll(',', '')) * (scale === 'thousand' ? 1e3 : scale === 'million' ? 1e6 : 1);
				expect(Math.abs(read - Number(value))).toBeLessThanOrEqual(0.006 * Math.abs(Number(value)) + 0.0005);
			});
			// What is left are words, years and counts of what the tables list.
			for (const [, left] of rest.matchAll(/(?<![\w-])(\d[\d.,]*)/g))
				expect(['1900', '2', '3', '4', '5', '6', '7', '8', '9', '10']).toContain(left.replace(/[.,]$/, ''));
		}
	}
});

test('on a screen words come first, then the account and the shares', () => {
	const {stdout, status} = counterplan(['why', firstSteps, 'bricks.made@1900:sum', '--members', '8', '--workers', '1']);
	expect(status).toBe(0);
	const order = ['settled', 'of rated capacity', 'Why output fell short', 'What each cause contributes', 'All together'].map(text => stdout.indexOf(text));
	expect(order.every(place => place >= 0)).toBe(true);
	expect([...order].sort((a, b) => a - b)).toEqual(order);
});

test('one more unit is worth something in some quarter, by outcomes as they are without and with it', () => {
	const {worth} = tablesOf(firstSteps, 'bricks.made@1900:sum', '--members', '0', '--table', 'worth');
	expect(worth.map(row => row.from).slice(0, 4)).toEqual(['1900-01', '1900-04', '1900-07', '1900-10']);
	expect(Math.max(...worth.map(({gain}) => Number(gain)))).toBeGreaterThan(0);
});

test('a relief that is not there, and a scenario without any, are told so in one line', () => {
	const unknown = counterplan(['why', firstSteps, '--cause', 'broken-kiln']);
	expect(unknown.status).toBe(2);
	expect(unknown.stderr).toContain('did you mean "broken-kilns"');
	expect(unknown.stderr).not.toContain('    at ');
});
