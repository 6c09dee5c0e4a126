/** What the baseline is fitted by: the numbers that are moved, and how the search goes. */
import type {SearchOptions} from '../src/study/search.ts';

export const scenario = 'scenarios/korea-1945/historical.yaml';

/**
 * Judgements on which little is known and on which much depends, half as many as targets. They were picked one after another
 * from some forty such (money, crews, courses, hiring, knowledge, routes, stocks), each time the one that helped most.
 */
export const moved: readonly string[] = [
	'courses.worker-courses.foreman-teaching',
	'industries.coal-mining.hiring',
	'industries.coal-mining.bare-knowledge',
	'industries.chemical-industry.hiring',
	'goods.coking-coal.hold',
	'goods.coke.hold',
	'routes.sakhalin.price',
	'routes.trade-coal.contract',
	'funds.civil-administration.paid',
];

export const effort: SearchOptions = {seed: '1945', starts: 6, budget: 700};
