/** Handing in a lesson: what was predicted and moved, and what the runs gave, as a new file for the teacher. */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {resultOf} from '../../report/lesson.ts';
import type {LessonState} from './state.ts';
import {stepOf} from './state.ts';

/** In the folder where the program was started. */
export const resultFolder = 'results';

export type HandedIn = {readonly file: string} | {readonly problem: string};

/** The file into which a result would be written now: the first number that is free. */
export function resultFile({course}: LessonState): string {
	for (let n = 1; ; n++) {
		const file = path.join(resultFolder, `${course.lesson.id}-${n}.json`);
		if (!existsSync(file)) return file;
	}
}

/** Write the result of a lesson into a new file; nothing is overwritten. Without times the same answers give the same bytes. */
export function handIn(lesson: LessonState, name: string, now: () => Date = () => new Date()): HandedIn {
	const {course, answers, moves, began} = lesson;
	const told = {runs: course.runs(), answers};
	const finished = stepOf(lesson) === undefined;
	const times = began ? {began: began.toISOString(), ended: now().toISOString()} : {};
	const result = {...resultOf(course, told, moves, {name: name.trim(), finished}), ...times};
	const file = resultFile(lesson);
	try {
		mkdirSync(resultFolder, {recursive: true});
		writeFileSync(file, `${JSON.stringify(result, null, '\t')}\n`, {flag: 'wx'});
		return {file};
	} catch (error) {
		return {problem: `cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`};
	}
}
