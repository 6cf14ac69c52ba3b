import type { FeedRow } from '../feed-row.ts';
import { type ComparedRow, comparedRow } from '../feed-row.ts';
import type { FeedFormat } from './feed-format.ts';

/**
 * XML 1.0 in UTF-8: an element for each row, and everything in its attributes. Ends of lines and tabs are character
 * references, since readers turn plain ones into blanks. Characters that XML 1.0 cannot hold at all (U+0000 to U+001F
 * but for these three, lone surrogates, U+FFFE and U+FFFF) become U+FFFD, the sign for what could not be written.
 */
export const xml: FeedFormat = {
  fileName: 'stock.xml',
  encoder: () => ({
    start: '<?xml version="1.0" encoding="UTF-8"?>\n<stock>\n',
    row: encodeRow,
    end: '</stock>\n',
  }),
  reader: createReader,
};

const names = ['productID', 'warehouseID', 'group', 'available', 'code', 'code2'] as const;

function encodeRow(row: FeedRow): string {
  let text = '  <row';
  for (const name of names) {
    const value = row[name];
    if (value !== undefined) text += ` ${name}="${typeof value === 'string' ? escaped(value) : value}"`;
  }
  return `${text}/>\n`;
}

const special = /[&<>"\t\n\r]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, '\ufffd')
    .replace(special, (one) => entities[one] ?? `&#${one.charCodeAt(0)};`);
}

const head = ['<?xml version="1.0" encoding="UTF-8"?>', '<stock>'];
const rowStart =
  /^ {2}<row productID="(\d+)"(?: warehouseID="(\d+)")?(?: group="([\w-]+)")? available="(-?\d+(?:\.\d+)?)"/;

function createReader() {
  let lines = 0;
  let isClosed = false;
  return {
    read(line: string): ComparedRow | undefined {
      if (isClosed) throw new SyntaxError('there is text after the end');
      if (lines < head.length) {
        if (line !== head[lines++]) throw new SyntaxError('it does not begin as a feed does');
        return undefined;
      }
      isClosed = line === '</stock>';
      return isClosed ? undefined : readRow(line);
    },
    end() {
      if (!isClosed) throw new SyntaxError('it does not end');
    },
  };
}

function readRow(line: string): ComparedRow {
  const [, productID, warehouseID, group, available] = rowStart.exec(line) ?? [];
  if (available === undefined || !line.endsWith('/>')) throw new SyntaxError('a number is missing');
  return comparedRow({
    productID: Number(productID),
    available: Number(available),
    ...(warehouseID !== undefined && { warehouseID: Number(warehouseID) }),
    ...(group !== undefined && { group }),
  });
}
