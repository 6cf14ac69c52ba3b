import type { Context } from '../context.ts';
import { Fault } from '../errors/fault.ts';
import type { Flight } from '../flight.ts';
import type { Step } from './step.ts';

/** Waits until the account's hour, the places in flight and the rate allow the request, all together. */
export const acquireLimits: Step = async (flight, context) => {
  const { limits, clock, settings, usage } = context;
  const beganMs = clock.monotonic();
  try {
    flight.permit = await limits.acquire({
      account: settings.account,
      costTenths: flight.costTenths,
      isLogin: flight.isLogin,
      signal: flight.lifetime.signal,
      mayWait(reason, delayMs) {
        if (reason === 'quota') mayWaitForHour(flight, context, delayMs);
        else mayWaitForAddress(flight, context, delayMs);
      },
    });
  } finally {
    usage.waitedMs += clock.monotonic() - beganMs;
  }
};

function mayWaitForHour(flight: Flight, context: Context, delayMs: number): void {
  const { clock, settings, limits } = context;
  const resumesAtMs = clock.now() + delayMs;
  // A login does not wait: the calls that wait for it do, each within its own deadline.
  const isAllowed = settings.onQuota === 'wait' && !flight.isLogin && delayMs < flight.lifetime.remainingMs();
  if (isAllowed) {
    context.emit({ kind: 'quotaWait', call: flight.name, delayMs, resumesAt: new Date(resumesAtMs) });
    return;
  }
  const isServers = limits.isUsedUpByServer(settings.account);
  throw new Fault(isServers ? 'hourly quota used up (1002)' : "this client's share of the hour is used up", {
    kind: 'quota',
    cure: 'nextHour',
    isFinal: true,
    resumesAtMs,
    ...(isServers ? { code: 1002 } : {}),
  });
}

function mayWaitForAddress(flight: Flight, context: Context, delayMs: number): void {
  if (delayMs < flight.lifetime.remainingMs()) return;
  throw new Fault('the deadline is before this address may send again', {
    kind: 'timeout',
    cure: 'backOff',
    isFinal: true,
    resumesAtMs: context.clock.now() + delayMs,
  });
}
