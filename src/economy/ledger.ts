/**
 * Ledger: the month’s sums. The industrial index is gross output at constant prices, with the output of a base year as 100.
 *
 *   index  = 100 × Σ price × made / Σ price × base output, over all goods that have one
 *   listed = the same over the goods that the scenario lists
 *   started = enterprises at work; no unit once started stops, so it only grows
 */
import type {Economy} from './state.ts';
import type {Step} from './step.ts';
import type {Structure} from './structure.ts';

/** Each array has one entry. */
export type Ledger = {
	/** Industrial index, base year = 100. */
	readonly index: Float64Array;
	/** The index of the listed goods. */
	readonly listed: Float64Array;
	/** Gross output at base prices, yen. */
	readonly value: Float64Array;
	/** Enterprises started since the run began. */
	readonly started: Float64Array;
	/** Of these, those that the occupation’s administration runs. */
	readonly administered: Float64Array;
};

export function newLedger(_: Structure): Ledger {
	const one = (): Float64Array => new Float64Array(1);
	return {index: one(), listed: one(), value: one(), started: one(), administered: one()};
}

export function closeLedger({ledger, goods, sites, structure, p}: Economy): Step {
	return () => {
		let value = 0;
		let base = 0;
		let listedValue = 0;
		let listedBase = 0;
		for (let g = 0; g < goods.made.length; g++) {
			if (p.goods.baseOutput[g] === 0) continue;
			const listed = structure.goods.listed[g];
			value += goods.made[g] * p.goods.price[g];
			base += p.goods.baseOutput[g] * p.goods.price[g];
			listedValue += listed * goods.made[g] * p.goods.price[g];
			listedBase += listed * p.goods.baseOutput[g] * p.goods.price[g];
		}
		ledger.value[0] = value;
		ledger.index[0] = base === 0 ? 0 : (100 * value) / base;
		ledger.listed[0] = listedBase === 0 ? 0 : (100 * listedValue) / listedBase;
		let started = 0;
		let administered = 0;
		for (let s = 0; s < sites.working.length; s++) {
			const enterprises = sites.working[s] * p.sites.enterprises[s];
			started += enterprises;
			administered += enterprises * p.sites.administered[s];
		}
		ledger.started[0] = started;
		ledger.administered[0] = administered;
	};
}
