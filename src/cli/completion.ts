/** Shell completion: the verbs, their options, and the names that some options take. */
import tab from '@bomb.sh/tab/commander';
import type {Command} from 'commander';
import {formats} from '../report/format.ts';
import {fileKinds} from '../scenario/json-schema.ts';
import {reductions} from '../scenario/outcome.ts';

/** Add the verb that shells ask what could come next, and that writes their scripts. */
export function addCompletion(program: Command): void {
	const root = tab(program);
	for (const [verb, command] of root.commands) {
		for (const [option, names] of Object.entries({format: formats, by: reductions})) {
			const known = command.options.get(option);
			if (known) known.handler = complete => names.forEach(name => complete(name, ''));
		}
		const kind = verb === 'schema' ? command.arguments.get('kind') : undefined;
		if (kind) kind.handler = complete => fileKinds.forEach(name => complete(name, ''));
	}
}
