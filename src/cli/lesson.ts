/** `counterplan lesson`: which lessons there are, one of them on the screen, or on paper with every figure worked out. */
import {type Dirent, existsSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {printLesson} from '../report/lesson-print.ts';
import type {Table} from '../report/table.ts';
import {readHead} from '../scenario/head.ts';
import {didYouMean, printable} from '../scenario/problem.ts';
import {loadLesson} from '../scenario/read-lesson.ts';
import {child, type Tree, textOf} from '../scenario/tree.ts';
import {courseOf} from '../study/lesson.ts';
import type {GlyphSet, ThemeName} from '../tui/look.ts';
import {deliver, type OutputOptions} from './output.ts';
import {packageFolder} from './package-folder.ts';
import {personThere} from './person.ts';
import {UsageError} from './usage.ts';

export type LessonOptions = Omit<OutputOptions, 'table'> & {
	/** False for --no-tui. */
	readonly tui: boolean;
	readonly theme?: ThemeName;
	readonly glyphs?: GlyphSet;
	readonly mouse?: boolean;
	readonly times?: true;
};

/** List the lessons, or open one, or print it. */
export async function lesson(name: string | undefined, options: LessonOptions): Promise<void> {
	if (name === undefined) return deliver([lessonsTable(lessonFiles())], options);
	const file = fileOf(name);
	if (options.tui && options.out === undefined && personThere()) return open(file, options);
	const text = printLesson(courseOf(loadLesson(file)));
	if (options.out === undefined) process.stdout.write(text);
	else write(options.out, text);
}

function write(out: string, text: string): void {
	try {
		writeFileSync(out, text);
	} catch (error) {
		throw new UsageError(`cannot write ${out}: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** The files of lessons, by their names without ending: of the scenarios here, or else of those that come with the program. */
function lessonFiles(): ReadonlyMap<string, string> {
	for (const root of ['scenarios', path.join(path.relative('', packageFolder()), 'scenarios')]) {
		const files = foldersIn(root).flatMap(folder => filesIn(path.join(folder, 'lessons')));
		if (files.length > 0) return new Map(files.map(file => [path.basename(file).replace(/\.ya?ml$/, ''), file]));
	}
	return new Map();
}

const foldersIn = (root: string): readonly string[] => [root, ...entriesOf(root).flatMap(entry => (entry.isDirectory() ? [path.join(root, entry.name)] : []))];

const filesIn = (folder: string): readonly string[] =>
	entriesOf(folder).flatMap(entry => (entry.isFile() && /\.ya?ml$/.test(entry.name) ? [path.join(folder, entry.name)] : []));

/** What is in a folder, by name; nothing if it is none. */
const entriesOf = (folder: string): readonly Dirent[] =>
	statSync(folder, {throwIfNoEntry: false})?.isDirectory() ? readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1)) : [];

function fileOf(name: string): string {
	const known = lessonFiles();
	const found = known.get(name);
	if (found !== undefined) return found;
	if (/\.ya?ml$/.test(name) || existsSync(name)) return name;
	const names = [...known.keys()];
	throw new UsageError(`there is no lesson "${printable(name)}"${didYouMean(name, names)} (there are ${names.join(', ') || 'none'})`);
}

const lessonsTable = (files: ReadonlyMap<string, string>): Table => ({
	name: 'lessons',
	title: 'Lessons',
	columns: ['lesson', 'title', 'minutes', 'question', 'file'].map(column => ({name: column})),
	rows: [...files].map(([id, file]) => {
		const tree = readHead(file)?.tree;
		const told = (key: string): string => textOf(child(tree, key)) ?? '';
		return [id, told('title'), numberIn(child(tree, 'minutes')), told('question'), file];
	}),
	notes: ['counterplan lesson NAME opens one.'],
});

const numberIn = (tree: Tree | undefined): number | undefined => (tree?.kind === 'scalar' && typeof tree.value === 'number' ? tree.value : undefined);

async function open(file: string, {theme, glyphs, mouse = false, color, times}: LessonOptions): Promise<void> {
	const {openLesson} = await import('../tui/lesson/open.ts');
	await openLesson(() => courseOf(loadLesson(file)), {theme, glyphs, mouse, colour: color, began: times ? new Date() : undefined});
}
