import type { FeedColumns, FeedRow, PlacedQuantity } from '../feed-row.ts';
import type { FeedFormat, FeedReader } from './feed-format.ts';

/**
 * CSV as RFC 4180 quotes it, in UTF-8, with a line feed at the end of each line. The numbers come first: their columns
 * stay where they are when identifiers are added, and can be cut off without parsing quotes.
 */
export const csv: FeedFormat = {
  name: 'csv',
  header: (columns) => `${columnNames(columns).join(',')}\n`,
  line(row, columns) {
    const numbers = columns.warehouse
      ? `${row.productID},${row.warehouseID},${row.available}`
      : `${row.productID},${row.available}`;
    return columns.identifiers
      ? `${numbers},${quoted(row.code ?? '')},${quoted(row.code2 ?? '')}\n`
      : `${numbers}\n`;
  },
  reader: csvReader,
};

function columnNames(columns: FeedColumns): (keyof FeedRow)[] {
  return [
    'productID',
    ...(columns.warehouse ? (['warehouseID'] as const) : []),
    'available',
    ...(columns.identifiers ? (['code', 'code2'] as const) : []),
  ];
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvReader(): FeedReader {
  let columns: readonly string[] | undefined;
  /** A record that a line feed inside quotes has cut. */
  let open = '';
  return {
    read(line) {
      const record = open + line;
      const isWhole = !record.includes('"') || record.split('"').length % 2 === 1;
      open = isWhole ? '' : `${record}\n`;
      if (!isWhole) return undefined;
      const cells = record.split(',', 3);
      if (columns) return placedQuantity(columns, cells);
      columns = cells;
      return undefined;
    },
    end() {
      if (open !== '') throw new SyntaxError('a quote is not closed');
    },
  };
}

function placedQuantity(columns: readonly string[], cells: readonly string[]): PlacedQuantity {
  const number = (name: string) => numberIn(cells[columns.indexOf(name)]);
  const row = { productID: number('productID'), available: number('available') };
  return columns.includes('warehouseID') ? { ...row, warehouseID: number('warehouseID') } : row;
}

function numberIn(cell: string | undefined): number {
  if (cell === undefined || !/^-?\d+(\.\d+)?$/.test(cell)) throw new SyntaxError('a number is missing');
  return Number(cell);
}
