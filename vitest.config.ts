import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		// Screens are drawn in colour wherever they are tested.
		env: {FORCE_COLOR: '3'},
		globalSetup: ['test/built-program.ts'],
		reporters: ['default', ['json', {outputFile: 'coverage/tests.json'}]],
		testTimeout: 60_000,
	},
});
