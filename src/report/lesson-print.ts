/** A lesson on paper: every step with all figures worked out, as it comes out for a learner who moves the levers as asked. */
import type {Lesson} from '../scenario/lesson.ts';
import type {Course} from '../study/lesson.ts';
import {type Passage, passagesOf} from './lesson.ts';

const width = 78;
const margin = 4;

/** The whole lesson as text. */
export function printLesson(course: Course): string {
	const {lesson} = course;
	let positions: ReadonlyMap<string, number> = new Map();
	const steps = lesson.steps.map((step, i) => {
		if (step.kind === 'move') positions = new Map([...(step.fresh ? [] : positions), ...step.positions]);
		const passages = passagesOf(step, course, {runs: course.runs(course.runAt(positions)), answers: new Map()});
		return [`${String(i + 1).padStart(2)}  ${step.title}`, ...passages.flatMap(linesOf)].join('\n');
	});
	return `${[headOf(lesson), ...steps].join('\n\n')}\n`;
}

function headOf({title, question, aim, minutes, program, levers}: Lesson): string {
	const labels = levers.flatMap(id => program.levers.find(lever => lever.id === id)?.label ?? []);
	return [
		title,
		'='.repeat(title.length),
		'',
		...folded(question, 0),
		'',
		`${minutes} minutes. The case: ${program.title}.`,
		...(aim === undefined ? [] : folded(`Aim: ${aim}`, 0)),
		'Levers:',
		...labels.flatMap(label => folded(label, 2, '- ')),
	].join('\n');
}

const marks: Readonly<Record<Passage['kind'], string>> = {
	text: '',
	question: '',
	choice: '( ) ',
	task: '[ ] ',
	hint: '',
	right: '',
	wrong: '',
	figure: '- ',
	bar: '',
	source: '',
};

/** How long a bar is that takes all. */
const cells = 10;

function linesOf({kind, text, share = 0}: Passage): string[] {
	const full = Math.round(share * cells);
	const mark = kind === 'bar' ? `  ${'█'.repeat(full)}${'·'.repeat(cells - full)} ` : marks[kind];
	const lines = folded(text, margin, mark);
	return kind === 'text' || (kind === 'source' && text.endsWith(':')) ? ['', ...lines] : lines;
}

/** Text in lines of the page's width; words longer than a line stand alone. */
function folded(text: string, indent: number, mark = ''): string[] {
	const room = width - indent - mark.length;
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && line.length + 1 + word.length > room) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	return [...lines, line].map((one, i) => `${' '.repeat(indent)}${i === 0 ? mark : ' '.repeat(mark.length)}${one}`);
}
