import type { ReadableSink, RowKey } from '../readable-sink.ts';

const keysAtOnce = 1000;
const keysOfOne = 100;

/** The keys of all rows of a lane that are there, chunk by chunk. */
export async function* allKeys<TRow extends RowKey>(
  sink: Pick<ReadableSink<TRow>, 'listKeys'>,
  lane: string,
): AsyncGenerator<readonly RowKey[]> {
  let keys = await sink.listKeys(lane, { limit: keysAtOnce });
  // As many times as the lane has rows for; each time they are others.
  while (keys.length > 0) {
    yield keys;
    const after = keys.at(-1);
    if (keys.length < keysAtOnce || !after) return;
    keys = await sink.listKeys(lane, { after, limit: keysAtOnce });
  }
}

/** The keys of rows that are there under one ID: of a product, one for each warehouse with an amount. */
export async function keysOfID<TRow extends RowKey>(
  sink: Pick<ReadableSink<TRow>, 'listKeys'>,
  lane: string,
  id: number,
): Promise<RowKey[]> {
  const found: RowKey[] = [];
  // No warehouse has a larger number, so this is the last key before the first of the ID.
  let after: RowKey = { id: id - 1, warehouseID: Number.MAX_SAFE_INTEGER };
  while (true) {
    const keys = await sink.listKeys(lane, { after, limit: keysOfOne });
    const own = keys.filter((key) => key.id === id);
    found.push(...own);
    const last = own.at(-1);
    if (own.length < keysOfOne || !last) return found;
    after = last;
  }
}
