import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		globalSetup: ['test/built-program.ts'],
		reporters: ['default', ['json', {outputFile: 'coverage/tests.json'}]],
		testTimeout: 60_000,
	},
});
