import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repository } from './repository.ts';
import { run } from './run.ts';
import type { StepResult } from './run-steps.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Runs all tests and counts them. A run that failed or held no test counts as failed even if no test did. */
export async function runTests(): Promise<StepResult> {
  await using folder = await temporaryFolder('tests');
  const countsFile = join(folder.path, 'counts.json');
  const env = { NO_COLOR: '1', TEST_COUNTS_FILE: countsFile };
  const { code, output } = await run(['vitest', 'run'], { cwd: repository, env });
  const counts = await readFile(countsFile, 'utf8').then(JSON.parse, () => ({}));
  const passed: number = counts.numPassedTests ?? 0;
  const failed: number = counts.numFailedTests ?? 0;
  const broken = failed === 0 && (code !== 0 || passed === 0);
  const whole = broken ? `${output}\nthe test run failed` : output;
  return { passed, failed: broken ? 1 : failed, output: code === 0 && !broken ? `${passed} tests` : whole };
}
