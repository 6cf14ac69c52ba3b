import { Interruption } from '../time/lifetime.ts';
import { ErplyError } from './erply-error.ts';
import { Fault } from './fault.ts';
import { isProgrammingError } from './programming-error.ts';
import { scrubbedCause } from './scrubbed-cause.ts';

/** What was being done when it went wrong. */
export interface Doing {
  /** The call's name, or `bulk`. */
  readonly name: string;
  /** It only reads, so that repeating it harms nothing. */
  readonly isRead: boolean;
  readonly attempt: number;
}

/**
 * The error that the caller sees: one sentence for an operator, and facts for the program. Throws on what is none of
 * this kind, see `isProgrammingError`.
 */
export function toErplyError(failure: unknown, doing: Doing): ErplyError {
  if (failure instanceof ErplyError) return failure;
  const fault = toFault(failure);
  const { facts } = fault;
  const mayHaveBeenApplied = facts.isAmbiguous === true && !doing.isRead;
  const problem = problemOf(fault, doing, mayHaveBeenApplied);
  const { allowedBy } = facts;
  return new ErplyError(`${problem}${allowedBy ? `; ${allowedBy.advice}` : ''}.`, {
    kind: facts.kind,
    call: doing.name,
    code: facts.code,
    errorField: facts.errorField,
    attempt: doing.attempt,
    retryable: facts.cure !== 'none' && facts.cure !== 'logIn' && !mayHaveBeenApplied,
    retryAt: facts.resumesAtMs === undefined ? undefined : new Date(facts.resumesAtMs),
    mayHaveBeenApplied,
    ...(allowedBy && { option: allowedBy.option, problem }),
    cause: facts.cause,
  });
}

/** Anything that was thrown, as a fault. Throws on what is none, see `isProgrammingError`. */
export function toFault(failure: unknown): Fault {
  if (failure instanceof Fault) return failure;
  if (failure instanceof Interruption) {
    return new Fault(failure.message, {
      kind: failure.kind,
      cure: failure.kind === 'timeout' ? 'backOff' : 'none',
    });
  }
  if (isProgrammingError(failure)) throw failure;
  const cause = scrubbedCause(failure);
  return new Fault(`failed (${cause.message})`, { kind: 'transport', cure: 'none', cause });
}

/** The sentence without its full stop. */
function problemOf(fault: Fault, doing: Doing, mayHaveBeenApplied: boolean): string {
  const { code, resumesAtMs } = fault.facts;
  const tries = doing.attempt > 1 && code === undefined ? ` after ${doing.attempt} attempts` : '';
  const resumes = resumesAtMs === undefined ? '' : `; resumes at ${clockTime(resumesAtMs)}`;
  const applied = mayHaveBeenApplied ? '; it may have been applied, so it was not repeated' : '';
  return `${doing.name}: ${fault.message}${tries}${resumes}${applied}`;
}

/** 16:00:00Z, to the nearest second. */
function clockTime(ms: number): string {
  return `${new Date(Math.round(ms / 1000) * 1000).toISOString().slice(11, 19)}Z`;
}
