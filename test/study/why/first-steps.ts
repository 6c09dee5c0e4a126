/** The small case, and a what-if over it, for tests of explanations. */
import {copyFileSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'counterplan-why-'));

export const firstSteps = path.join(folder, 'first-steps.yaml');
copyFileSync('scenarios/first-steps.yaml', firstSteps);

export const whatIf = path.join(folder, 'more.yaml');
writeFileSync(
	whatIf,
	`counterplan: 1
file: what-if
extends: first-steps.yaml
title: More people and more coal
kind: action
reason: invented
change:
  labour.skilled-pool: {add: 20 persons}
  goods.coal.supplied: {add: 300 t/month}
`,
);

export const builders = path.join(folder, 'builders.yaml');
writeFileSync(
	builders,
	`counterplan: 1
file: what-if
extends: first-steps.yaml
title: More builders
kind: action
reason: invented
change:
  labour.builders: {add: 4 persons}
`,
);
