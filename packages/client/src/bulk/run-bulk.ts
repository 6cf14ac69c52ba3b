import { runFlight } from '../call.ts';
import { withinLifetime } from '../call-lifetime.ts';
import type { CallOptions } from '../client-options.ts';
import type { Context } from '../context.ts';
import { ErplyError } from '../errors/erply-error.ts';
import { type AnyAnswer, planFlight } from '../flight.ts';
import type { Lifetime } from '../time/lifetime.ts';
import type { BulkRequest, BulkResult } from './bulk-request.ts';
import { pack } from './pack.ts';

type AnyResult = BulkResult<AnyAnswer['records'][number]>;

/**
 * Sends calls in bulk requests, one after the other and in order. When one of them fails as a whole, the rest is not
 * sent: its calls may count on those before.
 */
export function runBulk(
  requests: readonly BulkRequest[],
  options: CallOptions | undefined,
  context: Context,
): Promise<AnyResult[]> {
  const packs = pack(requests, {
    maxBytes: context.settings.bulkBytes,
    expectedBytes: ({ call, input }) => context.answerSizes.expect(call, input),
  });
  return withinLifetime(context, options, async (lifetime) => {
    const results: AnyResult[] = [];
    let failure: ErplyError | undefined;
    for (const one of packs) {
      if (failure) results.push(...notSent(one, failure));
      else failure = await runPack(one, results, { lifetime, unset: options?.unset, context });
    }
    return results;
  });
}

/** Adds the results of one bulk request; tells why it failed as a whole, if it did. */
async function runPack(
  requests: readonly BulkRequest[],
  results: AnyResult[],
  trip: { readonly lifetime: Lifetime; readonly unset: CallOptions['unset']; readonly context: Context },
): Promise<ErplyError | undefined> {
  const { lifetime, unset } = trip;
  const flight = planFlight({ items: requests, lifetime, unset, isBulk: true });
  try {
    await runFlight(flight, trip.context);
  } catch (thrown) {
    const error = thrown as ErplyError;
    results.push(...requests.map((): AnyResult => ({ ok: false, error })));
    return error;
  }
  for (const { answer, error } of flight.items) {
    if (answer) results.push({ ok: true, answer });
    else if (error) results.push({ ok: false, error });
  }
  return undefined;
}

function notSent(requests: readonly BulkRequest[], failure: ErplyError): AnyResult[] {
  return requests.map(({ call }) => {
    const { kind, retryable, retryAt } = failure;
    const message = `${call.name}: not sent, because a bulk request before it failed.`;
    return { ok: false, error: new ErplyError(message, { kind, call: call.name, retryable, retryAt }) };
  });
}
