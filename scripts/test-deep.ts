import { runTests } from './run-tests.ts';

/** How many times more cases the property and crash tests run than in `pnpm test`, unless told otherwise. */
const scale = process.env.PROPERTY_SCALE ?? '100';

console.log(`PROPERTY_SCALE=${scale}`);
const { passed, failed } = await runTests(
  { env: { PROPERTY_SCALE: scale, TEST_PROGRAMS: '1', TEST_POSTGRES: '1' }, live: true },
  process.argv.slice(2),
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
