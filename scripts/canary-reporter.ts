import type { Reporter, Vitest } from 'vitest/node';

import { findCanaries } from '@erply-kit/tooling';

function failRun(report: string): void {
  console.error(report);
  process.exitCode = 1;
}

/** Fails a test run in which a canary shows up in console output or in an error. */
export function canaryReporter(fail: (report: string) => void = failRun): Reporter {
  const leaks = new Set<string>();
  const look = (where: string, text: string) => {
    for (const kind of findCanaries(text)) leaks.add(`${where}: ${kind}`);
  };
  let vitest: Vitest | undefined;
  const nameOf = (taskId = '') => {
    const task = vitest?.state.getReportedEntityById(taskId);
    return task && 'fullName' in task ? `"${task.fullName}"` : 'a file';
  };
  return {
    onInit(running) {
      vitest = running;
    },
    onUserConsoleLog: (log) => look(`${log.type} of ${nameOf(log.taskId)}`, log.content),
    onTestCaseResult(test) {
      for (const error of test.result().errors ?? []) look(`error of "${test.fullName}"`, printed(error));
    },
    onTestRunEnd(_, errors) {
      for (const error of errors) look('unhandled error', printed(error));
      if (leaks.size === 0) return;
      fail(`Canaries that came out:\n${[...leaks].map((leak) => `  ${leak}`).join('\n')}`);
    },
  };
}

function printed(error: {
  readonly message: string;
  readonly stack?: string;
  readonly cause?: unknown;
}): string {
  return `${error.message}\n${error.stack ?? ''}\n${JSON.stringify(error.cause ?? null)}`;
}
