import type { Context } from '../context.ts';
import { ErplyError } from '../errors/erply-error.ts';
import { Fault } from '../errors/fault.ts';
import { toFault } from '../errors/to-erply-error.ts';
import type { Flight } from '../flight.ts';
import { retryDelayMs } from './delay.ts';

/** Waits for the turn of the hour that one call makes at most: a day. */
const maxQuotaWaits = 24;

/** Requests of one call that may get no answer in time: a bulk request waits five minutes for each. */
const maxTimeouts = 2;

/** A login is tried less often than a call: a try whose answer was lost may have been a wrong one, and five lock. */
const maxLoginAttempts = 3;

/** What is tried, as far as the rules ask. */
export type Trip = Pick<
  Flight,
  | 'name'
  | 'isRead'
  | 'isLogin'
  | 'lifetime'
  | 'attempt'
  | 'quotaWaits'
  | 'timeouts'
  | 'wasSessionRefused'
  | 'sessionKey'
>;

/** Does what helps against a failed try, and returns when it may be repeated. Throws the failure when it may not. */
export async function recover(failure: unknown, trip: Trip, context: Context): Promise<void> {
  if (failure instanceof ErplyError) return recoverFromLogin(failure, trip, context);
  const fault = toFault(failure);
  const { cure, isFinal, isAmbiguous } = fault.facts;
  if (isFinal || trip.lifetime.signal.aborted || (isAmbiguous && !trip.isRead)) throw fault;
  const wasSessionRefused = trip.wasSessionRefused;
  trip.wasSessionRefused = cure === 'logIn';
  switch (cure) {
    case 'none':
      throw fault;
    case 'logIn':
      if (wasSessionRefused) throw refusedTwice(fault);
      if (trip.sessionKey !== undefined) context.sessions.drop(trip.sessionKey);
      return;
    case 'nextHour':
      // The wait itself is that of the next try for the limits, which know the hour; so it is with the address.
      return noteQuotaWait(fault, trip);
    case 'addressPause':
      return repeatAfter(0, fault, { trip, context });
    case 'backOff':
    case 'longBackOff': {
      if (fault.facts.kind === 'timeout') trip.timeouts += 1;
      if (trip.timeouts >= maxTimeouts) throw fault;
      const delayMs = retryDelayMs(context, trip.attempt, cure === 'longBackOff');
      return repeatAfter(delayMs, fault, { trip, context });
    }
  }
}

/**
 * A login that failed has been repeated already, for all its callers. Only for the hour do they wait themselves, each
 * within its own deadline.
 */
async function recoverFromLogin(error: ErplyError, trip: Trip, context: Context): Promise<void> {
  const { settings, clock } = context;
  if (error.kind !== 'quota' || settings.onQuota === 'fail') throw error;
  noteQuotaWait(error, trip);
  const resumesAt = error.retryAt ?? new Date(clock.now());
  const delayMs = resumesAt.getTime() - clock.now();
  if (delayMs >= trip.lifetime.remainingMs()) throw error;
  context.emit({ kind: 'quotaWait', call: trip.name, delayMs, resumesAt });
  await pause(delayMs, trip, context);
}

function noteQuotaWait(failure: Error, trip: Trip): void {
  trip.quotaWaits += 1;
  if (trip.quotaWaits > maxQuotaWaits) throw failure;
}

async function repeatAfter(
  delayMs: number,
  fault: Fault,
  on: { trip: Trip; context: Context },
): Promise<void> {
  const { trip, context } = on;
  const { attempts } = context.settings.retry;
  const isLast = trip.attempt >= (trip.isLogin ? Math.min(attempts, maxLoginAttempts) : attempts);
  if (isLast || delayMs >= trip.lifetime.remainingMs()) throw fault;
  context.usage.retries += 1;
  context.emit({ kind: 'retry', call: trip.name, attempt: trip.attempt, reason: fault.message, delayMs });
  await pause(delayMs, trip, context);
}

async function pause(delayMs: number, trip: Trip, context: Context): Promise<void> {
  if (delayMs <= 0) return;
  const beganMs = context.clock.monotonic();
  try {
    await context.wait(delayMs, { signal: trip.lifetime.signal });
  } finally {
    context.usage.waitedMs += context.clock.monotonic() - beganMs;
  }
}

function refusedTwice(fault: Fault): Fault {
  return new Fault(`the session was refused again right after a new login (${fault.facts.code})`, {
    ...fault.facts,
    cure: 'none',
  });
}
