import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type RunOptions, repository, run, temporaryFolder } from '@erply-kit/tooling';

import type { StepResult } from './run-steps.ts';

/** A run of the tests that has ended. */
export interface TestRun {
  readonly code: number;
  /** What it wrote; empty where that was shown as it came. */
  readonly output: string;
  /** Where it left its counts: the environment's TEST_COUNTS_FILE. */
  readonly countsFile: string;
}

/** Counts the tests of a run. A run that failed or held no test counts as failed even if no test did. */
export async function countTests({ code, output, countsFile }: TestRun): Promise<StepResult> {
  const counts = await readFile(countsFile, 'utf8').then(JSON.parse, () => ({}));
  const passed: number = counts.numPassedTests ?? 0;
  const failed: number = counts.numFailedTests ?? 0;
  const broken = failed === 0 && (code !== 0 || passed === 0);
  const whole = broken ? `${output}\nthe test run failed` : output;
  return { passed, failed: broken ? 1 : failed, output: code === 0 && !broken ? `${passed} tests` : whole };
}

/** Runs all tests, or those that the arguments of vitest choose, and counts them. */
export async function runTests(options: RunOptions = {}, args: readonly string[] = []): Promise<StepResult> {
  await using folder = await temporaryFolder('tests');
  const countsFile = join(folder.path, 'counts.json');
  const env = { NO_COLOR: '1', ...options.env, TEST_COUNTS_FILE: countsFile };
  const { code, output } = await run(['vitest', 'run', ...args], { ...options, cwd: repository, env });
  return await countTests({ code, output, countsFile });
}
