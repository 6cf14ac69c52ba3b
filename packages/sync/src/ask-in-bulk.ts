import type { Answer, BulkRequest, CallName, CallRecord } from '@erply-kit/client';

import type { SyncClient } from './lane.ts';
import { omitUndefined } from './omit-undefined.ts';

/** Sends one request as a bulk request of one: a tenth of the price. */
export async function askInBulk<TName extends CallName>(
  client: Pick<SyncClient, 'bulk'>,
  request: BulkRequest<TName>,
  signal?: AbortSignal,
): Promise<Answer<CallRecord<TName>>> {
  const [answer] = await askAllInBulk(client, [request], signal);
  return answer as Answer<CallRecord<TName>>;
}

/** Answers of several requests in their order, or the first of their errors. */
export async function askAllInBulk<TName extends CallName>(
  client: Pick<SyncClient, 'bulk'>,
  requests: readonly BulkRequest<TName>[],
  signal?: AbortSignal,
): Promise<Answer<CallRecord<TName>>[]> {
  // A copy must not take what is missing for 0.
  const results = await client.bulk(requests, { unset: 'keep', ...omitUndefined({ signal }) });
  return results.map((result) => {
    if (!result.ok) throw result.error;
    return result.answer as Answer<CallRecord<TName>>;
  });
}
