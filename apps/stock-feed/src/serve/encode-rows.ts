import { setImmediate } from 'node:timers/promises';

import type { FeedRow } from '../feed-row.ts';
import type { FeedEncoder } from '../formats/feed-format.ts';

/** Rows between two looks at what else there is to do: a few milliseconds. */
const rowsAtOnce = 5000;

/** The text of a feed, without holding up other requests while a large one is made. */
export async function encodeRows(
  encoder: FeedEncoder,
  rows: Iterable<FeedRow>,
): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let text = encoder.start;
  let count = 0;
  for (const row of rows) {
    text += encoder.row(row);
    if (++count % rowsAtOnce > 0) continue;
    parts.push(Buffer.from(text));
    text = '';
    await setImmediate();
  }
  parts.push(Buffer.from(text + encoder.end));
  return Buffer.concat(parts);
}
