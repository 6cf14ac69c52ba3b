import type { PlacedQuantity } from '../feed-row.ts';
import type { FeedFormat } from './feed-format.ts';

/** One JSON object a line, in UTF-8. */
export const ndjson: FeedFormat = {
  name: 'ndjson',
  header: () => '',
  line: ({ productID, warehouseID, available, code, code2 }) =>
    `${JSON.stringify({ productID, warehouseID, available, code, code2 })}\n`,
  reader: () => ({ read: readLine, end: () => undefined }),
};

function readLine(line: string): PlacedQuantity {
  const row = parsed(line);
  if (!isPlacedQuantity(row)) throw new SyntaxError('a number is missing');
  return row;
}

/** Node's own message would quote the line. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new SyntaxError('a line is not JSON');
  }
}

function isPlacedQuantity(value: unknown): value is PlacedQuantity {
  const row = value as Partial<PlacedQuantity> | null;
  return (
    typeof row?.productID === 'number' &&
    typeof row.available === 'number' &&
    (row.warehouseID === undefined || typeof row.warehouseID === 'number')
  );
}
