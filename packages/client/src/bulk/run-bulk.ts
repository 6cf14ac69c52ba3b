import { isSafeRepeat } from '@erply-kit/schemas';

import type { AnyRecord } from '../answer.ts';
import { type ApiRequest, planRequest, type RequestedCall } from '../api-request.ts';
import { runRequest } from '../call.ts';
import { runWithinLifetime } from '../call-lifetime.ts';
import type { CallOptions } from '../client-options.ts';
import type { Context } from '../context.ts';
import { ErplyError, isErplyError } from '../errors/erply-error.ts';
import { callOptionRules } from '../options/call-option-rules.ts';
import { checkCallOptions } from '../options/check-call-options.ts';
import { addRepeatKey } from '../repeat/repeat-key.ts';
import type { Lifetime } from '../time/lifetime.ts';
import type { BulkRequest, BulkResult } from './bulk-request.ts';
import { checkRequests } from './check-requests.ts';
import { pack } from './pack.ts';

type AnyResult = BulkResult<AnyRecord>;

/**
 * Sends calls in bulk requests, one after the other and in order. When one of them fails as a whole, the rest is not
 * sent: its calls may count on those before.
 */
export async function runBulk(
  requests: readonly BulkRequest<string>[],
  options: CallOptions,
  context: Context,
): Promise<AnyResult[]> {
  checkRequests(requests);
  checkCallOptions({ name: 'bulk', call: 'bulk' }, options, { rules: callOptionRules, clock: context.clock });
  const keyed = requests.map((request) => ({
    ...request,
    ...addRepeatKey(request.call, request.input, context.newUUID),
  }));
  const packs = pack(keyed, {
    maxBytes: context.settings.bulkBytes,
    expectedBytes: ({ call, input }) => context.answerSizes.expect(call, input),
  });
  return runWithinLifetime(context, options, async (lifetime) => {
    const results: AnyResult[] = [];
    let failure: ErplyError | undefined;
    for (const one of packs) {
      if (failure) results.push(...skip(one, failure));
      else failure = await runPack(one, results, { lifetime, unset: options?.unset, context });
    }
    return results;
  });
}

/** Adds the results of one bulk request; gives back why it failed as a whole, if it did. */
async function runPack(
  requests: readonly BulkRequest<string>[],
  results: AnyResult[],
  run: { readonly lifetime: Lifetime; readonly unset: CallOptions['unset']; readonly context: Context },
): Promise<ErplyError | undefined> {
  const { lifetime, unset } = run;
  const request = planRequest({ items: requests, lifetime, unset, isBulk: true });
  try {
    results.push(...(await runRequest(request, run.context)).results);
    return undefined;
  } catch (error) {
    if (!isErplyError(error)) throw error;
    results.push(
      ...request.items.map((item): AnyResult => ({ ok: false, error: shareOf(item, error, request) })),
    );
    return error;
  }
}

/** What the failure of a bulk request is to one call of it: a save with a key can be asked for again by itself. */
function shareOf(
  { call, input, madeKey }: RequestedCall,
  error: ErplyError,
  request: ApiRequest,
): ErplyError {
  if (!error.mayHaveBeenApplied || !isSafeRepeat(call, input)) return error;
  const message = request.isRepeatable
    ? error.message
    : `${call.name}: the answer to its bulk request was lost, in which other calls cannot be repeated; it may have been saved, and is saved once if it is sent with the same temporaryUUID.`;
  const kind = request.isRepeatable ? error.kind : 'ambiguous';
  return new ErplyError(message, { ...error, kind, call: call.name, temporaryUUID: madeKey, cause: error });
}

function skip(requests: readonly BulkRequest<string>[], failure: ErplyError): AnyResult[] {
  return requests.map(({ call }) => {
    const { kind, retryable, retryAt } = failure;
    const message = `${call.name}: not sent, because a bulk request before it failed.`;
    return { ok: false, error: new ErplyError(message, { kind, call: call.name, retryable, retryAt }) };
  });
}
