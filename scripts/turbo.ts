import { pnpm, type RunResult, repository, run } from '@erply-kit/tooling';

/** Runs turbo tasks over the workspace, showing only what fails. Turbo finds pnpm through `pnpm exec`. */
export function turbo(...tasks: string[]): Promise<RunResult> {
  return run(pnpm('exec', 'turbo', 'run', ...tasks, '--output-logs=errors-only', '--continue'), {
    cwd: repository,
    env: { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1' },
  });
}
