/** `npm run findings`: run every command that docs/findings.md names, and put below each what it prints now. */
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';

const page = 'docs/findings.md';

/** A block of a command, and the block of what it printed after it. */
const blocks = /(```sh\nnpx counterplan (.*)\n```\n\n```text\n)[^`]*(```)/g;

const text = readFileSync(page, 'utf8');
let count = 0;
const renewed = text.replace(blocks, (_, before: string, command: string, end: string) => {
	count++;
	console.log(command);
	const {status, stdout, stderr} = spawnSync(process.execPath, ['dist/main.js', ...argumentsOf(command)], {encoding: 'utf8', maxBuffer: 1 << 26});
	if (status !== 0) throw new Error(stderr);
	return `${before}${stdout.trim()}\n${end}`;
});
writeFileSync(page, renewed);
console.log(`${count} commands run; ${page} written`);

/** What a shell makes of a line: words, some of them in double quotes. */
function argumentsOf(line: string): readonly string[] {
	return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word);
}
