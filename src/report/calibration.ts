/** What a calibration found, as tables: the numbers, what the facts say of them, and every fact before and after. */
import type {Identified} from '../study/calibration/identify.ts';
import type {Foreseen} from '../study/calibration/trend.ts';
import {quantiles} from '../study/quantiles.ts';
import type {Score} from '../study/score.ts';
import {formatNumber} from './number.ts';
import {scaled} from './scale.ts';
import type {Cell, Table} from './table.ts';

/** The numbers that were moved: factors on the values as written, and what is not known of them. */
export function numbersTable({numbers, correlated, flat}: Identified): Table {
	const unknown = numbers.filter(({identified}) => !identified).length;
	return {
		name: 'numbers',
		title: 'Numbers calibrated: factors on the values as written; of patterns the way to the ends of their ranges, −1 to 1',
		columns: ['number', 'from', 'to', 'found', '±', 'identified', 'at a bound'].map(name => ({name})),
		rows: numbers.map(({path, low, high, found, halfWidth, bound, identified}): Cell[] => [
			path,
			low,
			high,
			found,
			Math.min(halfWidth, high - low),
			identified ? 'yes' : 'no',
			bound ?? '',
		]),
		notes: [
			`${numbers.length - unknown} of ${numbers.length} numbers are identified by the target facts: ± less than half the range, and not at a bound.`,
			...correlated.map(({one, other, correlation}) => `Hard to tell apart: ${one} and ${other} (correlation ${correlation.toFixed(2)}).`),
			...flat.map(parts => `Flat: the facts do not see ${parts.map(({path, part}) => `${part.toFixed(2)} × ${path}`).join(' + ')}.`),
		],
	};
}

/** Every reading of the target facts, before and after. */
export function fitTable(before: readonly Score[], after: readonly Score[]): Table {
	return {
		name: 'fit',
		title: 'Target facts before and after',
		columns: [
			{name: 'fact'},
			{name: 'unit'},
			{name: 'observed'},
			{name: 'before'},
			{name: 'after'},
			{name: 'allowed', unit: '%'},
			{name: 'error after', unit: '%'},
			{name: 'verdict'},
			{name: 'what'},
		],
		rows: after.flatMap((score, i): Cell[][] => {
			const {fact, observed, simulated, error, verdict, reading} = score;
			if (fact.role !== 'target') return [];
			const was = before[i].simulated;
			const {unit, values} = scaled(fact.unit, [observed, was ?? 0, simulated ?? 0]);
			const name = fact.readings.length > 1 ? `${fact.id} ${reading.id}` : fact.id;
			return [
				[
					name,
					unit === '1' ? '' : unit,
					values[0],
					was === undefined ? undefined : values[1],
					simulated === undefined ? undefined : values[2],
					fact.error * 100,
					error === undefined ? undefined : error * 100,
					verdict,
					fact.label,
				],
			];
		}),
	};
}

/** Facts held out: the model beside the line that anyone can draw through the targets. */
export function foreseenTable(all: readonly Foreseen[]): Table {
	const [model, trend] = [all.map(one => one.model), all.map(one => one.trend)].map(median);
	return {
		name: 'foreseen',
		title: 'Facts held out, beside a line: every quantity grows at the one rate of the targets',
		columns: [{name: 'fact'}, {name: 'model: error in logarithms'}, {name: 'line: error in logarithms'}, {name: 'what'}],
		rows: all.map(({fact, model: ours, trend: line}): Cell[] => [fact.id, ours, line, fact.label]),
		notes:
			all.length === 0
				? ['No fact held out is about a quantity of which a target is known, nor a ratio: no line can be drawn.']
				: [
						`Median: model ${formatNumber(model)}, line ${formatNumber(trend)}: ${model < trend ? 'the model foresees better' : 'THE LINE FORESEES BETTER, or as well'}.`,
					],
	};
}

const median = (values: readonly number[]): number => quantiles(values, undefined, [0.5])[0];
