import type { ApiRequest } from '../api-request.ts';
import type { Context } from '../context.ts';
import { ErplyError } from '../errors/erply-error.ts';
import { Failure } from '../errors/failure.ts';
import { toFailure } from '../errors/to-erply-error.ts';
import { chooseDelayMs } from './choose-delay.ts';
import type { RetryState } from './retry-state.ts';

/** Waits for the turn of the hour that one call makes at most: a day. */
const maxQuotaWaits = 24;

/** Requests of one call that may get no answer in time: a bulk request waits five minutes for each. */
const maxTimeouts = 2;

/** A login is tried less often than a call: a try whose answer was lost may have been a wrong one, and five lock. */
const maxLoginAttempts = 3;

/** A try that has failed, as far as the rules ask. */
export interface FailedAttempt {
  readonly request: Pick<ApiRequest, 'name' | 'isRepeatable' | 'isLogin' | 'lifetime'>;
  readonly sessionKey?: string | undefined;
  /** What the tries have come to, with this one. */
  readonly state: RetryState;
}

/**
 * Does what helps against a failed try, and gives back what the tries have come to when the next one may begin. Throws
 * the failure when none may.
 */
export async function recover(error: unknown, failed: FailedAttempt, context: Context): Promise<RetryState> {
  if (error instanceof ErplyError) return recoverFromLogin(error, failed, context);
  const { request, sessionKey } = failed;
  const failure = toFailure(error);
  const { recovery, kind, isFinal, isAmbiguous } = failure.facts;
  if (isFinal || request.lifetime.signal.aborted || (isAmbiguous && !request.isRepeatable)) throw failure;
  const state = { ...failed.state, wasSessionRefused: recovery === 'logIn' };
  switch (recovery) {
    case 'none':
      throw failure;
    case 'logIn':
      if (failed.state.wasSessionRefused) throw createRepeatedRefusal(failure);
      if (sessionKey !== undefined) context.sessions.drop(sessionKey);
      return state;
    case 'nextHour':
      // The wait itself is that of the next try for the limits, which know the hour; so it is with the address.
      return countQuotaWait(failure, state);
    case 'addressPause':
      await waitToRepeat(0, failure, { request, state, context });
      return state;
    case 'backOff':
    case 'longBackOff': {
      const timeouts = state.timeouts + (kind === 'timeout' ? 1 : 0);
      if (timeouts >= maxTimeouts) throw failure;
      const delayMs = chooseDelayMs(context, state.sent, recovery === 'longBackOff');
      await waitToRepeat(delayMs, failure, { request, state, context });
      return { ...state, timeouts };
    }
  }
}

/**
 * A login that failed has been repeated already, for all its callers. Only for the hour do they wait themselves, each
 * within its own deadline.
 */
async function recoverFromLogin(
  error: ErplyError,
  { request, state }: FailedAttempt,
  context: Context,
): Promise<RetryState> {
  const { settings, clock } = context;
  if (error.kind !== 'quota' || settings.onQuota === 'fail') throw error;
  const counted = countQuotaWait(error, state);
  const resumesAt = error.retryAt ?? new Date(clock.now());
  const delayMs = resumesAt.getTime() - clock.now();
  if (delayMs >= request.lifetime.remainingMs()) throw error;
  context.emit({ kind: 'quotaWait', call: request.name, delayMs, resumesAt });
  await pause(delayMs, request, context);
  return counted;
}

function countQuotaWait(failure: Error, state: RetryState): RetryState {
  const quotaWaits = state.quotaWaits + 1;
  if (quotaWaits > maxQuotaWaits) throw failure;
  return { ...state, quotaWaits };
}

async function waitToRepeat(
  delayMs: number,
  failure: Failure,
  { request, state, context }: Pick<FailedAttempt, 'request' | 'state'> & { readonly context: Context },
): Promise<void> {
  const { attempts } = context.settings.retry;
  const isLast = state.sent >= (request.isLogin ? Math.min(attempts, maxLoginAttempts) : attempts);
  if (isLast || delayMs >= request.lifetime.remainingMs()) throw failure;
  context.usage.retries += 1;
  context.emit({ kind: 'retry', call: request.name, attempt: state.sent, reason: failure.message, delayMs });
  await pause(delayMs, request, context);
}

async function pause(
  delayMs: number,
  { lifetime }: Pick<ApiRequest, 'lifetime'>,
  context: Context,
): Promise<void> {
  if (delayMs <= 0) return;
  const beganMs = context.clock.monotonic();
  try {
    await context.wait(delayMs, { signal: lifetime.signal });
  } finally {
    context.usage.waitedMs += context.clock.monotonic() - beganMs;
  }
}

function createRepeatedRefusal(failure: Failure): Failure {
  return new Failure(`the session was refused again right after a new login (${failure.facts.code})`, {
    ...failure.facts,
    recovery: 'none',
  });
}
