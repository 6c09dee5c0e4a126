/** Sentences whose every number says where it stands: the row of a table, by its id, and the column. */

/** A number in words, and where it stands. */
export type Cited = {readonly text: string; readonly row: string; readonly column: string};

export type Sentence = {readonly text: string; readonly cites: readonly Cited[]};

/** Put a sentence together: words, numbers with their places, and sentences within it. */
export function say(words: TemplateStringsArray, ...pieces: readonly (string | Cited | Sentence)[]): Sentence {
	const texts = words.map((word, i) => word + (i < pieces.length ? textOf(pieces[i]) : ''));
	return {text: texts.join(''), cites: pieces.flatMap(citesIn)};
}

const textOf = (piece: string | Cited | Sentence): string => (typeof piece === 'string' ? piece : piece.text);

const citesIn = (piece: string | Cited | Sentence): readonly Cited[] => (typeof piece === 'string' ? [] : 'cites' in piece ? piece.cites : [piece]);

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly (string | Cited | Sentence)[]): Sentence {
	const text = parts.map((part, i) => (i === 0 ? '' : i === parts.length - 1 ? ' and ' : ', ') + textOf(part)).join('');
	return {text, cites: parts.flatMap(citesIn)};
}
