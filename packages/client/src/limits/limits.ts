import { limits as erply } from '@erply-kit/schemas';

import { Failure } from '../errors/failure.ts';
import { checkOptions } from '../options/check-options.ts';
import {
  callback,
  clock as clockRule,
  numberFrom,
  type RulesOf,
  wholeNumber,
} from '../options/option-rule.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { createWait, type Wait } from '../time/wait.ts';
import { type AddressGate, createAddressGate } from './address-gate.ts';
import { createHourBudget, type HourBudget } from './hour-budget.ts';
import { createSendRate } from './send-rate.ts';
import type { ServerTime } from './server-clock.ts';
import { createSlots } from './slots.ts';

export interface LimitsOptions {
  /**
   * Units that this program may use of an account's hour. Erply counts all integrations of an account together:
   * leave some to the others. A 1002 is obeyed whatever this says. At least 2: a login and a call.
   * @default 6000
   */
  readonly unitsPerHour?: number;
  /** Requests in flight from this address. @default 10 */
  readonly concurrent?: number;
  /** Requests from this address within `windowMs`. @default 150 */
  readonly requestsPerWindow?: number;
  /** @default 30000 */
  readonly windowMs?: number;
  /** How long the address stays quiet after HTTP 429. @default 10000 */
  readonly pauseMs?: number;
  /** @default the machine's time */
  readonly clock?: Clock;
  readonly wait?: Wait;
}

/** What a request asks for. */
export interface PermitRequest {
  /** The account: API origin and client code. */
  readonly account: string;
  readonly costTenths: number;
  /** A login on behalf of calls that already hold slots. */
  readonly isLogin: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Asked before a wait; throws to refuse it. */
  readonly mayWait?: (reason: 'quota' | 'address', delayMs: number) => void;
}

/** Leave to send one request. */
export interface Permit {
  /** Gives the slot back, and the cost too when nothing was sent. A second time does nothing. */
  release(wasSent: boolean): void;
}

/**
 * Everything that limits requests, taken together: an account's hour, the requests in flight from this address, and
 * their rate. Share one between clients of one account or one address.
 */
export interface Limits {
  acquire(request: PermitRequest): Promise<Permit>;
  /** The server's time, as an answer gave it. */
  observe(account: string, time: ServerTime): void;
  /** 1002, and when the server said it, if it said so: nothing is left of that hour. */
  markUsedUp(account: string, unixSeconds?: number): void;
  /** Whether the server has said so in this hour. */
  isUsedUpByServer(account: string): boolean;
  /** HTTP 429: the address keeps quiet for a while. */
  pauseAddress(): void;
}

const limitsRules: RulesOf<LimitsOptions> = {
  unitsPerHour: numberFrom(2),
  concurrent: wholeNumber(1),
  requestsPerWindow: wholeNumber(1),
  windowMs: numberFrom(1),
  pauseMs: numberFrom(0),
  clock: clockRule,
  wait: callback(),
};

/**
 * Makes limits of their own; nothing is shared unless the object is.
 * @throws ErplyError of kind `usage` when an option is unknown, of a wrong type, or would let nothing through.
 */
export function createLimits(options: LimitsOptions = {}): Limits {
  checkOptions({ name: 'createLimits' }, options, limitsRules);
  const clock = options.clock ?? systemClock;
  const pauseMs = options.pauseMs ?? erply.addressBlockMs;
  const unitsPerHour = options.unitsPerHour ?? erply.quotaUnitsPerHour;
  const wait = options.wait ?? createWait(clock);
  const budgets = new Map<string, HourBudget>();
  const rate = createSendRate({
    clock,
    requestsPerWindow: options.requestsPerWindow ?? erply.requestsPerAddressWindow,
    windowMs: options.windowMs ?? erply.addressWindowMs,
  });
  const slots = createSlots(options.concurrent ?? erply.concurrentRequestsPerAddress);
  const gate = createAddressGate({ rate, slots, wait });
  const budgetOf = (account: string) => {
    const budget = budgets.get(account) ?? createHourBudget({ clock, unitsPerHour });
    budgets.set(account, budget);
    return budget;
  };

  return {
    acquire: (request) => acquire(request, { budget: budgetOf(request.account), gate, wait }),
    observe: (account, time) => budgetOf(account).observe(time),
    markUsedUp: (account, unixSeconds) => budgetOf(account).markUsedUp(unixSeconds),
    isUsedUpByServer: (account) => budgetOf(account).isUsedUpByServer(),
    pauseAddress: () => rate.pause(pauseMs),
  };
}

/** What a request has to get past. */
interface Barriers {
  readonly budget: HourBudget;
  readonly gate: AddressGate;
  readonly wait: Wait;
}

/** Nobody holds a slot while waiting for the hour, and nobody spends of an hour while waiting for a slot. */
async function acquire(request: PermitRequest, { budget, gate, wait }: Barriers): Promise<Permit> {
  for (let quotaWaits = 0; ; ) {
    const delayMs = budget.delayMs(request.costTenths);
    if (delayMs > 0) {
      quotaWaits += 1;
      if (quotaWaits > maxQuotaWaits) throw createWaitsFailure();
      request.mayWait?.('quota', delayMs);
      await wait(delayMs, { signal: request.signal });
      continue;
    }
    let refund: (() => void) | undefined;
    const leave = await gate.enter({
      takesSlot: !request.isLogin,
      signal: request.signal,
      mayWait: (delay) => request.mayWait?.('address', delay),
      admit() {
        refund = budget.spend(request.costTenths);
        return refund !== undefined;
      },
    });
    if (leave) return permit(leave, refund);
  }
}

/** Turns of the hour that a request waits for at most: a day. */
const maxQuotaWaits = 24;

function createWaitsFailure(): Failure {
  const message = `${maxQuotaWaits} turns of the hour have come, and each was used up by others`;
  return new Failure(message, { kind: 'quota', recovery: 'none', isFinal: true });
}

function permit(leave: () => void, refund: (() => void) | undefined): Permit {
  let isHeld = true;
  return {
    release(wasSent) {
      if (!isHeld) return;
      isHeld = false;
      leave();
      if (!wasSent) refund?.();
    },
  };
}
