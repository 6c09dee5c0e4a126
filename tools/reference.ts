/** Writes the reference of scenario files to docs/scenario-reference.md. */
import {writeFileSync} from 'node:fs';
import {scenarioReference} from '../src/report/reference.ts';

writeFileSync('docs/scenario-reference.md', scenarioReference());
