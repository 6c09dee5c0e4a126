/** Rival readings: whether an answer stands whichever of the sources that conflict is believed. */
import type {Program} from '../scenario/program.ts';

/** The readings that are not taken where the reader asks for none, each by its id. The same id at several values is one reading. */
export function rivalReadings({origins}: Program): readonly string[] {
	const rivals = new Set<string>();
	for (const {readings} of origins.values()) {
		const [heaviest] = readings.toSorted((a, b) => b.weight - a.weight);
		for (const {id} of readings) if (id !== heaviest.id) rivals.add(id);
	}
	return [...rivals];
}

/** The readings under which an answer is another than the first of them gives. */
export function changedAnswers<Answer>(answers: readonly {readonly reading: string; readonly answer: Answer}[]): readonly string[] {
	const [first] = answers;
	return answers.filter(({answer}) => answer !== first.answer).map(({reading}) => reading);
}
