import { type ComparedRow, comparedRow, type FeedColumns, type FeedRow } from '../feed-row.ts';
import type { FeedEncoder, FeedFormat, FeedReader } from './feed-format.ts';

/**
 * CSV as RFC 4180 quotes it, in UTF-8, with a line feed at the end of each line. Texts are always in quotes, numbers
 * never: a reader that looks at the first lines only sees how quotes are used, one that takes words such as NULL for
 * nothing does not take a code for it, and an empty code is not a missing one.
 *
 * The numbers come first: their columns stay where they are when identifiers are added, and can be cut off without
 * parsing quotes.
 */
export const csv: FeedFormat = { fileName: 'stock.csv', encoder: createEncoder, reader: createReader };

function createEncoder(columns: FeedColumns): FeedEncoder {
  return {
    start: `${columnNames(columns).map(quote).join(',')}\n`,
    row(row) {
      const numbers = columns.warehouse
        ? `${row.productID},${row.warehouseID},${row.available}`
        : columns.group
          ? `${row.productID},${row.available},"${row.group}"`
          : `${row.productID},${row.available}`;
      return columns.identifiers
        ? `${numbers},${quote(row.code ?? '')},${quote(row.code2 ?? '')}\n`
        : `${numbers}\n`;
    },
    end: '',
  };
}

function columnNames(columns: FeedColumns): (keyof FeedRow)[] {
  return [
    'productID',
    ...(columns.warehouse ? (['warehouseID'] as const) : []),
    'available',
    ...(columns.group ? (['group'] as const) : []),
    ...(columns.identifiers ? (['code', 'code2'] as const) : []),
  ];
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function createReader(): FeedReader {
  let columns: readonly string[] | undefined;
  /** The first line of a record, when a line feed inside quotes has cut it: all numbers stand in it. */
  let open: string | undefined;
  return {
    read(line) {
      const first = open ?? line;
      const goesOn = hasOddQuotes(line) !== (open !== undefined);
      open = goesOn ? first : undefined;
      if (goesOn) return undefined;
      if (columns) return readComparedRow(columns, first.split(',', 3));
      // Earlier versions wrote the header without quotes.
      columns = first.split(',', 3).map(unquoted);
      return undefined;
    },
    end() {
      if (open !== undefined) throw new SyntaxError('a quote is not closed');
    },
  };
}

function hasOddQuotes(line: string): boolean {
  let isOdd = false;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}

function readComparedRow(columns: readonly string[], cells: readonly string[]): ComparedRow {
  const number = (name: string) => numberIn(cells[columns.indexOf(name)]);
  const group = cells[columns.indexOf('group')];
  return comparedRow({
    productID: number('productID'),
    available: number('available'),
    ...(columns.includes('warehouseID') && { warehouseID: number('warehouseID') }),
    ...(group !== undefined && { group: unquoted(group) }),
  });
}

function unquoted(cell: string): string {
  return cell.replace(/^"(.*)"$/, '$1');
}

function numberIn(cell: string | undefined): number {
  if (cell === undefined || !/^-?\d+(\.\d+)?$/.test(cell)) throw new SyntaxError('a number is missing');
  return Number(cell);
}
