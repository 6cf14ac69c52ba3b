import { allKeys } from '../compare/all-keys.ts';
import type { ReadableSink, RowKey } from '../readable-sink.ts';

/** How many rows of a lane are there; of stock, how many amounts that are not 0. */
export async function countKeys<TRow extends RowKey>(
  sink: Pick<ReadableSink<TRow>, 'listKeys'>,
  lane: string,
): Promise<number> {
  let count = 0;
  for await (const keys of allKeys(sink, lane)) count += keys.length;
  return count;
}
