import { Interruption } from '../time/lifetime.ts';
import { ErplyError } from './erply-error.ts';
import { Failure } from './failure.ts';
import { isProgrammingError } from './programming-error.ts';
import { scrubCause } from './scrub-cause.ts';

/** What was being done when it went wrong. */
export interface FailureContext {
  /** The call's name, or `bulk`. */
  readonly name: string;
  /** It only reads, so that repeating it harms nothing. */
  readonly isRead: boolean;
  /** It was repeated, or could have been, because it is saved once however often it is sent. */
  readonly isRepeatable?: boolean;
  readonly attempt: number;
}

/**
 * The error that the caller sees: one sentence for an operator, and facts for the program. Throws a programming error as
 * it is, see `isProgrammingError`.
 */
export function toErplyError(error: unknown, during: FailureContext): ErplyError {
  if (error instanceof ErplyError) return error;
  const failure = toFailure(error);
  const { facts } = failure;
  const mayHaveBeenApplied = facts.isAmbiguous === true && !during.isRead;
  const problem = describeProblem(failure, during, mayHaveBeenApplied);
  const { allowedBy } = facts;
  return new ErplyError(`${problem}${allowedBy ? `; ${allowedBy.advice}` : ''}.`, {
    kind: facts.kind,
    call: during.name,
    code: facts.code,
    errorField: facts.errorField,
    attempt: during.attempt,
    retryable: facts.recovery !== 'none' && facts.recovery !== 'logIn' && !mayHaveBeenApplied,
    retryAt: facts.resumesAtMs === undefined ? undefined : new Date(facts.resumesAtMs),
    mayHaveBeenApplied,
    ...(allowedBy && { option: allowedBy.option, problem }),
    cause: facts.cause,
  });
}

/** Anything that was thrown, as a failure. Throws a programming error as it is, see `isProgrammingError`. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof Interruption) {
    return new Failure(error.message, {
      kind: error.kind,
      recovery: error.kind === 'timeout' ? 'backOff' : 'none',
    });
  }
  if (isProgrammingError(error)) throw error;
  const cause = scrubCause(error);
  return new Failure(`failed (${cause.message})`, { kind: 'transport', recovery: 'none', cause });
}

/** The sentence without its full stop. */
function describeProblem(failure: Failure, during: FailureContext, mayHaveBeenApplied: boolean): string {
  const { code, resumesAtMs } = failure.facts;
  const tries = during.attempt > 1 && code === undefined ? ` after ${during.attempt} attempts` : '';
  const resumes = resumesAtMs === undefined ? '' : `; resumes at ${formatClockTime(resumesAtMs)}`;
  const applied = !mayHaveBeenApplied
    ? ''
    : `; it may have been applied${during.isRepeatable ? '' : ', so it was not repeated'}`;
  return `${during.name}: ${failure.message}${tries}${resumes}${applied}`;
}

/** 16:00:00Z, to the nearest second. */
function formatClockTime(ms: number): string {
  return `${new Date(Math.round(ms / 1000) * 1000).toISOString().slice(11, 19)}Z`;
}
