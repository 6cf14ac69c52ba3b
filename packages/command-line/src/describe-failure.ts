import { isErplyError } from '@erply-kit/client';
import type { Environment } from '@erply-kit/client/environment';

import { describeClientError } from './describe-client-error.ts';
import { UsageError } from './usage-error.ts';

/** A failure as one line for an operator, and the exit code. */
export interface Failure {
  readonly message: string;
  readonly exitCode: number;
}

interface Program {
  /** The class of the program's own errors, whose messages are for an operator. */
  readonly ownError: abstract new (
    ...args: never[]
  ) => Error;
  /** As far as it was read before the failure. */
  readonly environment: Environment | undefined;
}

/** Says what went wrong. Exit code 2 where the command line or the environment is wrong. */
export function describeFailure(error: unknown, { ownError, environment }: Program): Failure {
  if (error instanceof UsageError) return { message: `${error.message} (see --help)`, exitCode: 2 };
  if (error instanceof ownError) return { message: error.message, exitCode: 1 };
  if (isErplyError(error)) {
    const hasOwnAddress = Boolean(environment?.variables.ERPLY_API_URL);
    const hint = error.kind === 'transport' && hasOwnAddress ? ' Is ERPLY_API_URL right?' : '';
    return { message: `${describeClientError(error)}.${hint}`, exitCode: 1 };
  }
  const problem = error instanceof Error ? error.message : 'unknown';
  return { message: `unexpected failure: ${problem}`, exitCode: 1 };
}
