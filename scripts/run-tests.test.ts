import { join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { countTests } from './run-tests.ts';

const run = { code: 1, output: 'what vitest says', counts: { numPassedTests: 40, numFailedTests: 0 } };

test.each([
  ['a good run has its tests', { ...run, code: 0 }, 40, 0],
  ['failed tests are counted', { ...run, counts: { numPassedTests: 38, numFailedTests: 2 } }, 38, 2],
  ['a run that failed without a failed test has one failure', run, 40, 1],
  ['a run without a test has failed', { ...run, code: 0, counts: { numPassedTests: 0 } }, 0, 1],
  ['a run that left no counts has failed', { ...run, code: 0, counts: undefined }, 0, 1],
])('%s', async (_, { code, output, counts }, passed, failed) => {
  const files = counts === undefined ? {} : { 'counts.json': JSON.stringify(counts) };
  await using folder = await temporaryFolder('counts', files);
  const result = await countTests({ code, output, countsFile: join(folder.path, 'counts.json') });
  expect(result).toMatchObject({ passed, failed });
});
