import { limits } from '@erply-kit/schemas';

import { accountOf, type Gate, type RequestContext } from '../context.ts';
import { callNamed } from './call-name.ts';

/** Units in tenths, in which quotas are counted. */
const tenths = (units: number) => Math.round(units * 10);

/** Names that are not a call count under this one: the count must not grow with what somebody sends. */
const unknownCall = 'unknown';

/** What a request or sub-request costs of the hour's quota: the calls by name, in tenths of a unit. */
function priceOf(context: RequestContext): readonly { call: string; tenths: number }[] {
  const isSubRequest = context.name.kind === 'subRequest';
  if (isSubRequest || context.subRequests === undefined) {
    const units = isSubRequest ? limits.subRequestCostUnits : limits.requestCostUnits;
    return [{ call: callNamed(context.name.name)?.name ?? unknownCall, tenths: tenths(units) }];
  }
  const envelope = tenths(accountOf(context).switches.bulkEnvelopeCost);
  return [
    ...(envelope === 0 ? [] : [{ call: 'bulk', tenths: envelope }]),
    ...context.subRequests.map(({ name }) => ({
      call: callNamed(name)?.name ?? unknownCall,
      tenths: tenths(limits.subRequestCostUnits),
    })),
  ];
}

/** 1002: the hour's quota is used up. A request that finds some left runs whole. */
export const quota: Gate = (context) => {
  const account = accountOf(context);
  if (account.quota.isUsedUp(account.now())) return { code: 1002 };
  charge(context);
  return undefined;
};

/** Charges what a request costs. */
export function charge(context: RequestContext): void {
  const account = accountOf(context);
  const now = account.now();
  for (const price of priceOf(context)) account.quota.charge(now, price.call, price.tenths);
  context.isCharged = true;
}

/** Takes back what a request or sub-request was charged. */
export function refund(context: RequestContext): void {
  if (!context.isCharged) return;
  for (const price of priceOf(context)) accountOf(context).quota.refund(price.call, price.tenths);
  context.isCharged = false;
}

/**
 * What a request or sub-request was charged after all, in units. A bulk request that has run has charged its sub-requests,
 * each of which says so itself, and beside them only what it costs as a whole.
 */
export function chargedUnits(context: RequestContext, hasFailed: boolean): number {
  const { account } = context;
  if (!context.isCharged || account === undefined) return 0;
  if (hasFailed && account.switches.quotaCountsErrors !== 'yes') return 0;
  const prices = priceOf(context);
  const isRun = context.name.kind === 'request' && context.subRequests !== undefined && !hasFailed;
  const counted = isRun ? prices.filter(({ call }) => call === 'bulk') : prices;
  return counted.reduce((sum, price) => sum + price.tenths, 0) / 10;
}

/** Takes back what a call was charged that failed, where failing is free (`quotaCountsErrors`). */
export function refundFailure(context: RequestContext): void {
  if (context.isCharged && accountOf(context).switches.quotaCountsErrors !== 'yes') refund(context);
}
