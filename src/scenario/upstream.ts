/** The order in which goods are shared out: what goes into others before what is made of it. */

/**
 * Goods, those furthest upstream first, by pairs of an input and its product; goods that go round in a circle stand
 * together, in the order in which they are listed (strongly connected components by Tarjan 1972).
 */
export function upstreamFirst(goods: number, pairs: readonly (readonly [number, number])[]): Int32Array {
	const inputs = Array.from({length: goods}, () => new Set<number>());
	for (const [input, product] of pairs) inputs[product]?.add(input);
	const seen = new Int32Array(goods);
	const low = new Int32Array(goods);
	const placed = new Uint8Array(goods);
	const open: number[] = [];
	const order: number[] = [];
	let count = 0;

	const visit = (good: number): void => {
		seen[good] = low[good] = ++count;
		open.push(good);
		for (const input of inputs[good] ?? []) {
			if (!seen[input]) visit(input);
			if (!placed[input]) low[good] = Math.min(low[good] ?? 0, low[input] ?? 0);
		}
		if (low[good] !== seen[good]) return;
		const circle = open.splice(open.indexOf(good)).sort((a, b) => a - b);
		for (const member of circle) placed[member] = 1;
		order.push(...circle);
	};
	for (let good = 0; good < goods; good++) if (!seen[good]) visit(good);
	return Int32Array.from(order);
}
