import { jsonLine } from '@erply-kit/command-line';

import { type ComparedRow, comparedRow, type FeedKey, type FeedRow } from '../feed-row.ts';
import type { FeedFormat } from './feed-format.ts';

/**
 * One JSON object a line, in UTF-8. What else than a line feed ends a line for some readers is escaped: `node:readline` splits
 * at U+2028 since Node 24.
 */
export const ndjson: FeedFormat = {
  fileName: 'stock.ndjson',
  // A column that the feed does not have is `undefined`, which JSON leaves out.
  encoder: () => ({
    start: '',
    row: ({ productID, warehouseID, group, available, code, code2 }) =>
      jsonLine({ productID, warehouseID, group, available, code, code2 }),
    end: '',
  }),
  reader: () => ({ read: readLine, end: () => undefined }),
};

function readLine(line: string): ComparedRow {
  const row = parsed(line);
  if (!isRow(row)) throw new SyntaxError('a number is missing');
  return comparedRow(row);
}

/** Node's own message would quote the line. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new SyntaxError('a line is not JSON');
  }
}

function isRow(value: unknown): value is FeedKey & Pick<FeedRow, 'available'> {
  const row = value as Partial<FeedRow> | null;
  return (
    typeof row?.productID === 'number' &&
    typeof row.available === 'number' &&
    (row.warehouseID === undefined || typeof row.warehouseID === 'number') &&
    (row.group === undefined || typeof row.group === 'string')
  );
}
