/** A screen that throws in different ways, a key for each. */
import {Text, useInput} from 'ink';
import {type ReactNode, useState} from 'react';
import {show} from '../../../src/tui/terminal/show.tsx';

function Faulty(): ReactNode {
	const [broken, setBroken] = useState(false);
	useInput(input => {
		if (input === 'k') throw new Error('thrown by a key');
		if (input === 'd') setBroken(true);
		if (input === 't') setTimeout(() => fail('thrown by a timer'), 1);
		if (input === 'p') void Promise.reject(new Error('thrown by a promise'));
	});
	if (broken) throw new Error('thrown while drawing');
	return <Text>all is well</Text>;
}

function fail(message: string): never {
	throw new Error(message);
}

await show('opening', () => <Faulty />, {colour: true}).catch((error: Error) => {
	process.stderr.write(`told of: ${error.message}\n`);
	process.exitCode = 3;
});
