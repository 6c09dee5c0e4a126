/** What a scenario rests on: its sources, the works in which they stand, and how many of its values cite each. */
import {readHead} from './head.ts';
import type {Origin, Program} from './program.ts';
import {child, entriesOf, toPlain} from './tree.ts';

export type Cited = {
	readonly id: string;
	readonly figure: string;
	readonly value: string;
	readonly cite: string;
	readonly work: string;
	/** Values of the scenario that cite it. */
	readonly values: number;
	/** Targets of the plan, and facts that the run is held against, that cite it. */
	readonly targets: number;
	readonly facts: number;
};
export type Work = {readonly id: string; readonly text: string; readonly sources: number; readonly values: number};
export type Bibliography = {
	readonly sources: readonly Cited[];
	readonly works: readonly Work[];
	/** Values that the scenario writes, those that cite a source, and those that rest on judgement alone. */
	readonly written: number;
	readonly cited: number;
	readonly judged: number;
	/** Choices of a switch for which nothing is said, and values left to their defaults. */
	readonly silent: number;
	readonly defaults: number;
};

/** The bibliography of what a run of the scenario uses. */
export function bibliographyOf(program: Program): Bibliography {
	const origins = [...program.origins.values()];
	const written = origins.filter(({spot}) => spot);
	const byValue = counted(written.flatMap(citedBy));
	const byTarget = counted(program.plan.flatMap(({sources}) => [...new Set(sources)]));
	const byFact = counted(program.facts.flatMap(({sources}) => [...new Set(sources)]));
	const {worksOf, texts} = readWorks(program.files);
	const sources = [...program.sources.values()].flatMap(source => {
		const [values, targets, facts] = [byValue, byTarget, byFact].map(counts => counts.get(source.id) ?? 0);
		return values + targets + facts > 0 ? [{...source, work: worksOf.get(source.id) ?? '', values, targets, facts}] : [];
	});
	const works = [...texts].flatMap(([id, text]) => {
		const own = sources.filter(({work}) => work === id);
		return own.length > 0 ? [{id, text, sources: own.length, values: own.reduce((sum, {values}) => sum + values, 0)}] : [];
	});
	const cited = written.filter(origin => citedBy(origin).length > 0).length;
	const judged = written.filter(origin => citedBy(origin).length === 0 && origin.reason !== undefined).length;
	return {sources, works, written: written.length, cited, judged, silent: written.length - cited - judged, defaults: origins.length - written.length};
}

/** The sources behind a value, those of its rival readings among them. */
const citedBy = ({sources, readings}: Origin): readonly string[] => [...new Set([...sources, ...readings.flatMap(reading => reading.sources)])];

function counted(ids: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	return counts;
}

const works = new WeakMap<Program, ReadonlyMap<string, string>>();

/** The work in which each source of a program stands, by the id of the source. */
export function workBySource(program: Program): ReadonlyMap<string, string> {
	const known = works.get(program);
	if (known) return known;
	const {worksOf, texts} = readWorks(program.files);
	const found = new Map([...worksOf].flatMap(([id, work]) => (texts.has(work) ? [[id, texts.get(work) ?? ''] as const] : [])));
	works.set(program, found);
	return found;
}

/** The works as the files of sources list them, and in which of them each source stands. */
function readWorks(files: readonly string[]): {readonly worksOf: ReadonlyMap<string, string>; readonly texts: ReadonlyMap<string, string>} {
	const worksOf = new Map<string, string>();
	const texts = new Map<string, string>();
	for (const file of files) {
		const head = readHead(file);
		if (head?.kind !== 'sources') continue;
		for (const {key, value} of entriesOf(child(head.tree, 'works'))) texts.set(key, inWords(toPlain(value)));
		for (const {key, value} of entriesOf(child(head.tree, 'sources'))) {
			const work = toPlain(child(value, 'work') ?? {kind: 'scalar', value: '', spot: value.spot});
			if (work !== '') worksOf.set(key, String(work));
		}
	}
	return {worksOf, texts};
}

const inWords = (work: unknown): string => (typeof work === 'object' && work !== null ? Object.values(work).join(', ') : String(work));
