import { Readable } from 'node:stream';

import type { ComparedRow } from '../src/feed-row.ts';
import type { FeedFormat } from '../src/formats/feed-format.ts';
import { lines } from '../src/formats/lines.ts';

/** Every quantity of a feed that comes in these chunks. */
export async function readAll(format: FeedFormat, chunks: readonly string[]): Promise<ComparedRow[]> {
  const reader = format.reader();
  const rows: ComparedRow[] = [];
  for await (const batch of lines(Readable.from(chunks))) {
    for (const line of batch) {
      const row = reader.read(line);
      if (row) rows.push(row);
    }
  }
  reader.end();
  return rows;
}
