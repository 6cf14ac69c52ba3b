import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { nastyText } from '../../test/nasty-text.ts';
import { readAll } from '../../test/read-all.ts';
import { comparedRow, type FeedColumns, type FeedRow } from '../feed-row.ts';
import { csv } from './csv.ts';
import type { FeedFormat } from './feed-format.ts';
import { formatNames, formats } from './formats.ts';
import { json } from './json.ts';
import { xml } from './xml.ts';

const byWarehouse = { warehouse: true, identifiers: true };

/** The text of a feed. */
function written(format: FeedFormat, rows: readonly FeedRow[], columns: FeedColumns = byWarehouse): string {
  const { start, row, end } = format.encoder(columns);
  return start + rows.map(row).join('') + end;
}

const anyText = fc.oneof(
  nastyText,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constant(']]><!--&amp;'),
);
const rowWith = (text: fc.Arbitrary<string>): fc.Arbitrary<FeedRow> =>
  fc.record({
    productID: fc.integer({ min: 1, max: 1_000_000 }),
    warehouseID: fc.integer({ min: 1, max: 9 }),
    storeCode: fc.constantFrom('A', 'B'),
    available: fc.integer({ min: -5_000_000, max: 5_000_000 }).map((one) => one / 1000),
    code: text,
    code2: text,
  });
const rowsWith = (text: fc.Arbitrary<string>) => fc.array(rowWith(text), { maxLength: 20 });

const columnsOf = ({ productID, warehouseID, available, code, code2 }: FeedRow) => ({
  productID,
  warehouseID,
  available,
  code,
  code2,
});

test('csv-parse finds every row of the CSV again, formulas and all', () => {
  const isFound = fc.property(rowsWith(anyText), (rows) => {
    const found = parse(written(csv, rows), { columns: true });
    expect(found).toEqual(
      rows.map((row) =>
        Object.fromEntries(Object.entries(columnsOf(row)).map(([name, value]) => [name, String(value)])),
      ),
    );
  });
  fc.assert(isFound, propertyRun(200));
});

test('JSON.parse finds every row of the JSON again', () => {
  const isFound = fc.property(rowsWith(anyText), (rows) => {
    expect(JSON.parse(written(json, rows))).toEqual(rows.map(columnsOf));
  });
  fc.assert(isFound, propertyRun(200));
});

const xmlReader = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => name === 'row',
});

/** As a reader of XML 1.0 has to find a text that some characters of cannot be written. */
const writable = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

test('fast-xml-parser finds every row of the XML again, but for characters that XML 1.0 cannot hold', () => {
  const isFound = fc.property(rowsWith(anyText), (rows) => {
    const found = xmlReader.parse(written(xml, rows)).stock.row ?? [];
    expect(found).toEqual(
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(columnsOf(row)).map(([name, value]) => [name, writable(String(value))]),
        ),
      ),
    );
  });
  fc.assert(isFound, propertyRun(200));
});

test('what XML 1.0 cannot hold is replaced, and ends of lines and tabs stay', () => {
  const [row] = written(xml, [{ productID: 1, available: 2, code: 'a\u0000\ud800b\n\t\r<&">', code2: '' }])
    .split('\n')
    .slice(2);
  expect(row).toBe(
    '  <row productID="1" available="2" code="a\ufffd\ufffdb&#10;&#9;&#13;&lt;&amp;&quot;&gt;" code2=""/>',
  );
});

test.each(formatNames)('%s: what was written is compared with the next feed, row by row', async (name) => {
  const format: FeedFormat = formats[name];
  const compared = format.compared ?? comparedRow;
  const isReadBack = fc.asyncProperty(rowsWith(nastyText), fc.nat(), async (rows, anywhere) => {
    const { start, row: encode, end } = format.encoder(byWarehouse);
    const texts = rows.map((row) => encode(row));
    const text = start + texts.join('') + end;
    const cut = anywhere % (text.length + 1);
    const read = await readAll(format, [text.slice(0, cut), text.slice(cut)]);
    const kept = rows.filter((_, index) => texts[index] !== '').map(compared);
    expect(read).toEqual(
      kept.map((one) => (format.compared ? { ...one, available: Math.max(0, one.available) } : one)),
    );
  });
  await fc.assert(isReadBack, propertyRun(60));
});

test.each(formatNames)('%s: a text that is cut off is not taken for a feed', async (name) => {
  const format: FeedFormat = formats[name];
  const rows = [1, 2, 3].map((id) => ({
    productID: id,
    warehouseID: 1,
    storeCode: 'A',
    available: id,
    code: `P${id}`,
    code2: '',
  }));
  const text = written(format, rows);
  for (const part of [text.slice(0, -3), `other\n${text}`])
    await expect(readAll(format, [part])).rejects.toThrow(SyntaxError);
});

test.each(['csv', 'ndjson', 'json', 'xml'] as const)('%s: a row of a group says which', async (name) => {
  const rows = [{ productID: 7, group: 'web', available: 1.5, code: 'A', code2: '' }];
  const text = written(formats[name], rows, { warehouse: false, group: true, identifiers: true });
  expect(await readAll(formats[name], [text])).toEqual([{ product: 7, place: 'web', available: 1.5 }]);
});
