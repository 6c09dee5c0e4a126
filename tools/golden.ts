/** `npm run golden`: renew the numbers by which the baseline is known again. */
import {writeFileSync} from 'node:fs';
import {goldenFile, goldenOutcomes} from '../test/golden/outcomes.ts';

writeFileSync(goldenFile, `${JSON.stringify(goldenOutcomes(), undefined, '\t')}\n`);
