/**
 * How long the screen takes: from a key to the last byte of the frame that follows, and from the start to the first screen; whether
 * memory stays level. The built program runs in a terminal of its own on the whole baseline, and every key moves a lever: a full run.
 */
import {readFileSync} from 'node:fs';
import {openPty, type Pty} from '../test/tui/pty.ts';
import {keys} from '../test/tui/screen.ts';

const rounds = 200;
const warm = 40;
const starts = 7;
const frames = 2000;

const args = ['dist/main.js', 'live', 'scenarios/korea-1945/historical.yaml'];

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

const at = (times: readonly number[], share: number): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)];

async function open(columns: number, rows: number): Promise<Pty> {
	const pty = openPty(process.execPath, args, {columns, rows});
	await pty.until('Overview');
	await pty.quiet(200);
	return pty;
}

async function close(pty: Pty): Promise<void> {
	pty.press(keys.control('c'));
	await pty.exited;
}

/** To and fro about where the lever rests, so that every key changes what is shown. */
const move = (round: number): string => (round % 8 < 4 ? keys.right : keys.left);

/** From a key to the end of its frame, with the person's pause between keys. */
async function keyToFrame(columns: number, rows: number): Promise<string> {
	const pty = await open(columns, rows);
	pty.press(keys.down);
	await pty.quiet(100);
	const times: number[] = [];
	for (let round = -warm; round < rounds; round++) {
		const time = await pty.nextFrame(() => pty.press(move(round + warm)));
		if (round >= 0) times.push(time);
		await pause(20);
	}
	await close(pty);
	const [middle, late] = [at(times, 0.5), at(times, 0.95)];
	return `${`key to frame at ${columns}x${rows}`.padEnd(28)} ${middle.toFixed(1)} ms   (95 of 100 within ${late.toFixed(1)})`;
}

async function firstScreen(): Promise<string> {
	const times: number[] = [];
	for (let start = 0; start < starts; start++) {
		const from = performance.now();
		const pty = openPty(process.execPath, args, {columns: 120, rows: 40});
		await pty.until('Overview');
		times.push(performance.now() - from);
		await close(pty);
	}
	return `${'start to first screen'.padEnd(28)} ${at(times, 0.5).toFixed(0)} ms   (fastest ${Math.min(...times).toFixed(0)})`;
}

/** What the process holds, in megabytes; undefined where the system does not tell. */
function heldBy({pid}: Pty): number | undefined {
	try {
		return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
	} catch {
		return undefined;
	}
}

async function memory(): Promise<string> {
	const pty = await open(120, 40);
	pty.press(keys.down);
	const held: (number | undefined)[] = [];
	for (let frame = 0; frame < frames; frame++) {
		if (frame % (frames / 4) === 0) held.push(heldBy(pty));
		await pty.nextFrame(() => pty.press(move(frame)));
	}
	held.push(heldBy(pty));
	await close(pty);
	return `${`memory over ${frames} frames`.padEnd(28)} ${held.map(one => one?.toFixed(0) ?? '?').join(', ')} MB`;
}

console.log(await firstScreen());
console.log(await keyToFrame(120, 40));
console.log(await keyToFrame(200, 60));
console.log(await memory());
