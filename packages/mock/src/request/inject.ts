import { type ErrorCodeEffect, isDeciding, runsNothing } from '../faults/fault-rule.ts';
import type { TakenFault } from '../faults/faults.ts';
import type { Refusal } from '../wire/refusal.ts';
import { accountOf, type RequestContext } from './context.ts';
import { requestCandidate, sessionInUse, subRequestCandidate } from './fault-candidate.ts';
import { callNamed } from './gates/call-name.ts';
import { charge, refund } from './gates/quota.ts';
import { happen } from './injected-faults.ts';
import { rollChaos } from './roll-chaos.ts';

/** Codes of the gates that stand before the quota's, for requests and for sub-requests. */
const freeCodes: ReadonlySet<number> = new Set([1000, 1001, 1002, 1015, 1020]);
/** Codes that only a request as a whole meets before it is charged. */
const freeCodesOfRequests: ReadonlySet<number> = new Set([1005, 1007]);

/** The ID of a fault that a request brings itself, in its header. */
const ownID = 0;

function ownFault({ ownEffect }: RequestContext): TakenFault[] {
  return ownEffect === undefined ? [] : [{ id: ownID, effect: ownEffect, giveBack: () => {} }];
}

/** What is meant for a bulk request as a whole happens before the first of its calls, or after the last one. */
function placed(fault: TakenFault, subRequests: number): TakenFault {
  if (!('mutate' in fault.effect)) return fault;
  return { ...fault, subRequest: fault.effect.when === 'after' ? subRequests - 1 : 0 };
}

/** The faults that a request meets: its own, then those of rules in their order, then those of chaos. */
function takeFaults(context: RequestContext): TakenFault[] {
  const account = accountOf(context);
  const { subRequests } = context;
  const whole = requestCandidate(context);
  const ruled = account.faults.take(whole);
  for (const [index, subRequest] of subRequests?.entries() ?? [])
    ruled.push(...account.faults.take(subRequestCandidate(context, subRequest, index)));
  ruled.sort((left, right) => (left.id ?? 0) - (right.id ?? 0));
  const taken = [...ownFault(context), ...ruled, ...rollChaos(account, whole)];
  if (subRequests === undefined) return taken;
  return taken.map((fault) => (fault.subRequest === undefined ? placed(fault, subRequests.length) : fault));
}

/** It is about the HTTP request as a whole, even where a sub-request met it. */
const isOfRequest = ({ effect, subRequest }: TakenFault) =>
  !('mutate' in effect) && (subRequest === undefined || !('errorCode' in effect));

function expireSession(context: RequestContext): boolean {
  const session = sessionInUse(context);
  if (session === undefined) return false;
  const account = accountOf(context);
  account.sessions.expire(session, account.now());
  return true;
}

/** Refuses a call as Erply would, and charges what that would cost. */
function refusalOf(context: RequestContext, effect: ErrorCodeEffect): Refusal {
  const { errorCode: code, errorField: field } = effect;
  const isRequest = context.name.kind === 'request';
  if (freeCodes.has(code) || (isRequest && freeCodesOfRequests.has(code))) refund(context);
  else if (!context.isCharged) charge(context);
  const call = callNamed(context.name.name);
  if (call !== undefined) context.call = call;
  context.refusedBy = 'fault';
  return { code, ...(field === undefined ? {} : { field }) };
}

/** A fault keeps a request from the API. */
export interface NothingRuns {
  readonly kind: 'nothingRuns';
  /** The HTTP status that it gives. */
  readonly status?: number;
}

/** What a request as a whole comes to before its gates. */
function decide(context: RequestContext, { effect }: TakenFault): Refusal | NothingRuns | undefined {
  if ('errorCode' in effect) return refusalOf(context, effect);
  if (!runsNothing(effect)) return undefined;
  return { kind: 'nothingRuns', ...('httpStatus' in effect ? { status: effect.httpStatus } : {}) };
}

/**
 * Injects the faults of an account into a request, when its account and its calls are known and before anything is
 * charged. Those of sub-requests and those that change data wait for their call.
 */
export function injectFaults(context: RequestContext): Refusal | NothingRuns | undefined {
  if (context.ownEffect === undefined && accountOf(context).faults.isIdle) return undefined;
  const taken = takeFaults(context);
  context.injected = { taken, happened: new Set() };
  const ofRequest = taken.filter(isOfRequest);
  const decision = ofRequest.find(({ effect }) => isDeciding(effect));
  const isStopped = decision !== undefined && runsNothing(decision.effect);
  for (const fault of ofRequest) {
    const { effect } = fault;
    if (fault !== decision && isDeciding(effect)) continue;
    if ('expireSession' in effect && (isStopped || !expireSession(context))) continue;
    happen(context, fault);
  }
  return decision === undefined ? undefined : decide(context, decision);
}

/** The refusal that a fault has for a sub-request. */
export function injectedRefusal(context: RequestContext): Refusal | undefined {
  for (const fault of context.injected?.taken ?? []) {
    const { effect, subRequest } = fault;
    if (subRequest !== context.index || !('errorCode' in effect)) continue;
    happen(context, fault);
    return refusalOf(context, effect);
  }
  return undefined;
}
