/** Paths in which `*` stands for one name: `professions.*.staff.soviet.granted`. */

const part = '(?:[a-z][a-z0-9-]*|\\*)';
const shape = new RegExp(`^${part}(?:\\.${part})*$`);

/** The shape of a pattern, or undefined if it is none. With `below`, what stands anywhere below it fits too. */
export function patternOf(pattern: string, below = false): RegExp | undefined {
	if (!shape.test(pattern)) return undefined;
	const parts = pattern.split('.').map(name => (name === '*' ? '[^.]+' : name));
	return new RegExp(`^${parts.join('\\.')}${below ? '\\.' : '$'}`);
}

/** What has a path that fits a pattern, in the order in which it is listed. */
export function matching<Value>(byPath: ReadonlyMap<string, Value>, pattern: string): Value[] {
	const exact = byPath.get(pattern);
	if (exact !== undefined) return [exact];
	const fits = pattern.includes('*') ? patternOf(pattern) : undefined;
	return fits ? [...byPath].flatMap(([path, value]) => (fits.test(path) ? [value] : [])) : [];
}
