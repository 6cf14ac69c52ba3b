import { expect, it } from 'vitest';

import { canaries } from '@erply-kit/tooling';

import { canaryReporter } from './canary-reporter.ts';

/** What a run reports in which this was printed, and tests failed with these errors. */
function reportOf(content: string, errors: readonly Error[] = []): string[] {
  const reports: string[] = [];
  const reporter = canaryReporter((report) => reports.push(report));
  reporter.onUserConsoleLog?.({ type: 'stderr', content } as never);
  const test = { fullName: 'a test', result: () => ({ errors }) };
  reporter.onTestCaseResult?.(test as never);
  reporter.onTestRunEnd?.([], [], 'passed');
  return reports;
}

it('fails a run that prints a canary, or a test of which fails with one, and does not print it itself', () => {
  expect(reportOf('nothing', [new Error('nothing')])).toEqual([]);
  const { firstName: _, ...all } = canaries;
  for (const canary of Object.values(all))
    for (const [report = ''] of [
      reportOf(`a ${canary} b`),
      reportOf('', [new Error(canary)]),
      reportOf('', [new Error('x', { cause: { deep: [canary] } })]),
    ]) {
      expect(report).toMatch(/^Canaries that came out:\n {2}/);
      expect(report).not.toContain(canary);
    }
});
