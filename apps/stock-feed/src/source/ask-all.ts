import type { Answer, BulkRequest, CallName, CallRecord, ErplyClient } from '@erply-kit/client';

/** Sends requests in bulk, a tenth of a unit each. Gives back all answers in their order, or throws their first error. */
export async function askAll<TName extends CallName>(
  client: ErplyClient,
  requests: readonly BulkRequest<TName>[],
  signal: AbortSignal,
): Promise<Answer<CallRecord<TName>>[]> {
  if (requests.length === 0) return [];
  // What is missing in a record must not be taken for 0.
  const results = await client.bulk(requests, { unset: 'keep', signal });
  return results.map((result) => {
    if (!result.ok) throw result.error;
    return result.answer as Answer<CallRecord<TName>>;
  });
}
