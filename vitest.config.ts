import { setFlagsFromString } from 'node:v8';

import { defineConfig } from 'vitest/config';

import { canaryReporter } from './scripts/canary-reporter.ts';

/** How many times more cases the property and crash tests run; see `pnpm test:deep`. */
const propertyScale = Number(process.env.PROPERTY_SCALE ?? 1);
/**
 * After this a test counts as hanging. It does not measure speed: the slowest test takes some 20 seconds on a quiet
 * machine, and several times that where others use it too, so no test has a limit of its own.
 */
const hangingMs = 600_000;
/**
 * Tests that start dozens of programs take a minute: `.ci/run` and `pnpm test:deep` run them, and
 * `TEST_PROGRAMS=1 pnpm test .programs.`.
 */
const withPrograms = process.env.TEST_PROGRAMS === '1';
/** Tests that need a PostgreSQL server, which takes seconds to start: `TEST_POSTGRES=1 pnpm test .postgres.` */
const withPostgres = process.env.TEST_POSTGRES === '1';
/** Where `pnpm check` wants the counts. */
const countsFile = process.env.TEST_COUNTS_FILE;

// Tests start many processes of these sources: each reads them compiled, which halves its start.
process.env.NODE_COMPILE_CACHE ??= new URL('node_modules/.cache/compiled', import.meta.url).pathname;

// Most of what tests make is garbage at once. With room for more of it, collecting takes a tenth less processor time.
setFlagsFromString('--min-semi-space-size=32');
setFlagsFromString('--max-semi-space-size=64');

/** Where tests lie: beside the code, and in `test`. Type tests, `*.test-d.ts`, are proved by the compiler: `pnpm check types`. */
const folders = [
  'packages/*/{src,test}',
  'apps/*/{src,test}',
  'fixtures/{src,test}',
  'tooling/src',
  'scripts',
  'action',
  'bench',
  'examples',
];

export default defineConfig({
  test: {
    maxWorkers: '100%',
    globalSetup: './scripts/bundle-tested-commands.ts',
    // Node reads TypeScript by itself, and nothing here mocks a module: the tests run on what the commands run on.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    reporters: [
      'default',
      canaryReporter(),
      ...(countsFile ? [['json', { outputFile: countsFile }] as ['json', object]] : []),
    ],
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    // Packages are linked into `node_modules` of others, where their tests would run once more.
    exclude: [
      '**/node_modules/**',
      ...(withPrograms ? [] : ['**/*.programs.test.ts']),
      ...(withPostgres ? [] : ['**/*.postgres.test.ts']),
    ],
    // Nothing here keeps state in a module, so all test files share the workers, and what they import is loaded once in
    // each. Vitest's projects would load it anew for each project.
    pool: 'threads',
    isolate: false,
    testTimeout: hangingMs * Math.max(1, propertyScale),
    hookTimeout: hangingMs,
  },
});
