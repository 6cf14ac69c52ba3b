import { isErplyError } from '@erply-kit/client';

import { clientMessage } from './client-message.ts';
import { DatabaseError } from './database/database-error.ts';
import { UsageError } from './usage-error.ts';

/** A failure as one line for an operator, and the exit code. */
export interface Failure {
  readonly message: string;
  readonly exitCode: 1 | 2;
}

/** Says what went wrong. */
export function failureOf(error: unknown, hasOwnAddress: boolean): Failure {
  if (error instanceof UsageError) return { message: `${error.message} (see --help)`, exitCode: 2 };
  if (error instanceof DatabaseError) return { message: error.message, exitCode: 1 };
  if (isErplyError(error)) {
    const hint = error.kind === 'transport' && hasOwnAddress ? ' Is ERPLY_API_URL right?' : '';
    return { message: `${clientMessage(error)}.${hint}`, exitCode: 1 };
  }
  const problem = error instanceof Error ? error.message : 'unknown';
  return { message: `unexpected failure: ${problem}`, exitCode: 1 };
}
