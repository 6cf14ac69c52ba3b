import { errorCode, isSafeRepeat, type SafeRepeat, savedIDField } from '@erply-kit/schemas';

import type { Answer, AnyRecord } from '../answer.ts';
import { type ApiRequest, planRequest, type RequestedCall } from '../api-request.ts';
import type { Attempt } from '../attempt.ts';
import type { BulkResult } from '../bulk/bulk-request.ts';
import type { Context } from '../context.ts';
import { asMaybeApplied } from '../errors/as-maybe-applied.ts';
import { ErplyError, isErplyError } from '../errors/erply-error.ts';
import { type RetryState, untried } from '../retry/retry-state.ts';
import { findSaved, type RepeatableCall, savedBetween } from './find-saved.ts';

type Result = BulkResult<AnyRecord>;

/** Makes one call, from where the tries of it have come to. */
type RunCall = (request: ApiRequest, state: RetryState) => Promise<Answer<AnyRecord>>;

/** A request that was answered, and what it takes to find out more. */
export interface Repeated {
  readonly attempt: Attempt;
  readonly state: RetryState;
  readonly context: Context;
  readonly run: RunCall;
}

/** IDs of records by the word that later calls of a bulk request have for them, where the server did not know them. */
type FoundIDs = Map<unknown, unknown>;

/**
 * Makes answers of what only says that a record is there: a save is refused as a repeat when an earlier request of this
 * client, whose answer was lost, has saved it.
 */
export async function settleRepeats(results: readonly Result[], repeated: Repeated): Promise<Result[]> {
  const foundIDs: FoundIDs = new Map();
  const settled: Result[] = [];
  for (const [at, result] of results.entries()) {
    const asked = repeated.attempt.request.items[at];
    if (asked === undefined || result.ok || asked.call.effect === 'read') settled.push(result);
    else settled.push(await settle(result, { asked, foundIDs, repeated }));
  }
  return settled;
}

interface Settling {
  readonly asked: RequestedCall;
  readonly foundIDs: FoundIDs;
  readonly repeated: Repeated;
}

async function settle(result: Extract<Result, { ok: false }>, settling: Settling): Promise<Result> {
  const { asked, foundIDs, repeated } = settling;
  const { wasLost } = repeated.state;
  const item = withFoundIDs(asked, foundIDs);
  const answer = await answerOf(item, result.error, { ...settling, wasFilled: item !== asked });
  if (answer === undefined)
    return wasLost ? { ok: false, error: asMaybeApplied(result.error, asked.madeKey) } : result;
  if (isErplyError(answer)) return { ok: false, error: answer };
  const { placeholder } = item.call.repeat as SafeRepeat;
  const [saved] = answer.records;
  if (placeholder !== undefined) foundIDs.set(placeholder, saved?.[savedIDField(item.call) ?? '']);
  return { ok: true, answer };
}

/** What was saved, or why nobody can say; `undefined` where the refusal says all. */
async function answerOf(
  item: RequestedCall,
  refusal: ErplyError,
  { repeated, wasFilled }: Settling & { readonly wasFilled: boolean },
): Promise<Answer<AnyRecord> | ErplyError | undefined> {
  if (!isRepeatable(item)) return undefined;
  const isOurs = repeated.state.wasLost || item.madeKey !== undefined;
  if (refusal.kind === 'duplicate') return isOurs ? find(item, refusal, repeated) : undefined;
  const isInBulk = repeated.attempt.request.isBulk;
  const isBusy = refusal.code !== undefined && errorCode(refusal.code)?.kind === 'busy';
  return isInBulk && (isBusy || wasFilled) ? askAgain(item, repeated) : undefined;
}

const isRepeatable = (item: RequestedCall): item is RepeatableCall => isSafeRepeat(item.call, item.input);

async function find(
  item: RepeatableCall,
  refusal: ErplyError,
  { attempt, state, context, run }: Repeated,
): Promise<Answer<AnyRecord> | ErplyError> {
  const { lifetime, keepsUnset } = attempt.request;
  const { requestUnixTime } = (attempt.document?.status ?? {}) as { readonly requestUnixTime?: unknown };
  const firstMs = state.firstSentMs;
  if (typeof requestUnixTime !== 'number' || !(requestUnixTime > 0) || firstMs === undefined)
    return createAmbiguousError(item, refusal, { why: 'the server gives no time to look for it by' });
  const between = savedBetween(requestUnixTime, context.clock.monotonic() - firstMs);
  try {
    const ask = (request: ApiRequest) => run(request, untried);
    const found = await findSaved(item, { between, lifetime, keepsUnset, context, ask });
    return 'fitting' in found ? createAmbiguousError(item, refusal, { why: describe(found.fitting) }) : found;
  } catch (error) {
    if (!isErplyError(error)) throw error;
    return createAmbiguousError(item, refusal, {
      why: `looking for it failed: ${error.message}`,
      cause: error,
    });
  }
}

function describe(fitting: number | undefined): string {
  if (fitting === undefined) return 'too many records have changed since to look through';
  return fitting === 0 ? 'no record is as it was sent' : `${fitting} records are as it was sent`;
}

function createAmbiguousError(
  { call, madeKey }: RequestedCall,
  { code, attempt }: ErplyError,
  { why, cause }: { readonly why: string; readonly cause?: ErplyError },
): ErplyError {
  const message = `${call.name}: saved, ID unknown: an earlier request, whose answer was lost, has made it (${code}), and ${why}`;
  return new ErplyError(`${message.replace(/\.$/, '')}.`, {
    kind: 'ambiguous',
    call: call.name,
    code,
    attempt,
    mayHaveBeenApplied: true,
    temporaryUUID: madeKey,
    cause,
  });
}

/** Asks for one call of a bulk request by itself: it was not to be had, or names a record that has been found since. */
async function askAgain(item: RepeatableCall, repeated: Repeated): Promise<Answer<AnyRecord> | ErplyError> {
  const { lifetime, keepsUnset } = repeated.attempt.request;
  const request = planRequest({ items: [item], lifetime, unset: keepsUnset ? 'keep' : undefined });
  try {
    return await repeated.run(request, { ...repeated.state, sent: 0, timeouts: 0 });
  } catch (error) {
    if (!isErplyError(error)) throw error;
    return error;
  }
}

/** Puts IDs for the words that stand for records which the server did not know of when it read them. */
function withFoundIDs(item: RequestedCall, foundIDs: FoundIDs): RequestedCall {
  const names = Object.keys(item.input).filter((name) => foundIDs.has(item.input[name]));
  if (names.length === 0) return item;
  const filled = names.map((name) => [name, foundIDs.get(item.input[name])]);
  return { ...item, input: { ...item.input, ...Object.fromEntries(filled) } };
}
