/** The file of fitted values that a calibration writes: factors on numbers of the scenario, with what is known of each beside it. */
import path from 'node:path';
import type {Program} from '../scenario/program.ts';
import type {Found} from '../study/calibration/calibrate.ts';
import type {Identified, Known} from '../study/calibration/identify.ts';

/** By what, and on which day. */
type Written = {readonly command: string; readonly date: string};

/** The text of the file; `target` is where it will stand. */
export function fittedFile(program: Program, target: string, {numbers}: Identified, {before, misfit, runs}: Found, {command, date}: Written): string {
	const up = path
		.relative(path.dirname(target), path.join('docs', 'schema', 'fitted.json'))
		.split(path.sep)
		.join('/');
	return [
		`# yaml-language-server: $schema=${up}`,
		`# Factors on numbers of "${program.title}", each inside the range that the number states, calibrated to the target facts. Numbers`,
		'# of a pattern move together: the way is a share of what lies between the value as written and an end of its range.',
		`# Misfit ${before.toFixed(1)} as written, ${misfit.toFixed(1)} as calibrated, after ${runs} runs of the search. Written anew by the command below.`,
		'counterplan: 1',
		'file: fitted',
		`command: ${command}`,
		`date: ${date}`,
		'values:',
		...numbers.map(line),
		'',
	].join('\n');
}

function line({path: name, low, high, found, halfWidth, bound, identified}: Known): string {
	const known = bound ? `at its ${bound} bound` : identified ? `± ${halfWidth.toPrecision(2)}` : 'not identified';
	const value = Number(found.toPrecision(6));
	if (name.includes('*')) return `  ${name}: {way: ${value}} # of -1 to 1, all together; ${known}`;
	return `  ${name}: {scale: ${value}} # of ${low.toPrecision(3)} to ${high.toPrecision(3)}; ${known}`;
}
