import type { Environment } from '@erply-kit/client/environment';
import { type ProcessIO, signalExitCode } from '@erply-kit/command-line';

import type { Outside } from './outside.ts';

/** What a command gets. */
export interface CommandIO extends ProcessIO {
  /** Variables of `env` and `envFile`. */
  readonly environment: Environment;
  readonly outside: Outside;
  /** Path of the file of `--config`. */
  readonly config?: string;
}

/** Says that a signal ended the program, and gives back the exit code. */
export function reportStop({ stderr, signal }: ProcessIO): number {
  stderr.write('importer: stopped; run again to continue\n');
  return signalExitCode(signal);
}
