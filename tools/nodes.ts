/** `npm run nodes`: install the other versions of Node on which a run must give the same bytes, if they are not there yet. */
import {execSync} from 'node:child_process';
import {existsSync} from 'node:fs';

if (!existsSync('test/nodes/node_modules')) execSync('npm ci --prefix test/nodes', {stdio: 'inherit'});
