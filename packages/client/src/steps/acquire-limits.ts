import type { ApiRequest } from '../api-request.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors/failure.ts';
import type { Step } from './step.ts';

/** Waits until the account's hour, the slots and the rate allow the request, all together. */
export const acquireLimits: Step = async (attempt, context) => {
  const { request } = attempt;
  const { limits, clock, settings, usage } = context;
  const beganMs = clock.monotonic();
  try {
    attempt.permit = await limits.acquire({
      account: settings.account,
      costTenths: request.costTenths,
      isLogin: request.isLogin,
      signal: request.lifetime.signal,
      mayWait(reason, delayMs) {
        if (reason === 'quota') mayWaitForHour(request, context, delayMs);
        else mayWaitForAddress(request, context, delayMs);
      },
    });
  } finally {
    usage.waitedMs += clock.monotonic() - beganMs;
  }
};

function mayWaitForHour(request: ApiRequest, context: Context, delayMs: number): void {
  const { clock, settings, limits } = context;
  const resumesAtMs = clock.now() + delayMs;
  // A login does not wait: the calls that wait for it do, each within its own deadline.
  const isAllowed =
    settings.onQuota === 'wait' && !request.isLogin && delayMs < request.lifetime.remainingMs();
  if (isAllowed) {
    context.emit({ kind: 'quotaWait', call: request.name, delayMs, resumesAt: new Date(resumesAtMs) });
    return;
  }
  const isServers = limits.isUsedUpByServer(settings.account);
  throw new Failure(
    isServers ? 'hourly quota used up (1002)' : "this client's share of the hour is used up",
    {
      kind: 'quota',
      recovery: 'nextHour',
      isFinal: true,
      resumesAtMs,
      ...(isServers ? { code: 1002 } : {}),
    },
  );
}

function mayWaitForAddress(request: ApiRequest, context: Context, delayMs: number): void {
  if (delayMs < request.lifetime.remainingMs()) return;
  throw new Failure('the deadline is before this address may send again', {
    kind: 'timeout',
    recovery: 'backOff',
    isFinal: true,
    resumesAtMs: context.clock.now() + delayMs,
  });
}
