import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { nastyText } from '../../test/nasty-text.ts';
import { parseCsv } from '../../test/parse-csv.ts';
import { readAll } from '../../test/read-all.ts';
import { comparedRow } from '../feed-row.ts';
import { csv } from './csv.ts';

const all = { warehouse: true, identifiers: true };
const encoder = csv.encoder(all);

async function readBack(...chunks: string[]) {
  return await readAll(csv, chunks);
}

test('the header names the columns that the feed has', () => {
  expect([
    csv.encoder(all).start,
    csv.encoder({ warehouse: false, identifiers: true }).start,
    csv.encoder({ warehouse: true, identifiers: false }).start,
  ]).toEqual([
    '"productID","warehouseID","available","code","code2"\n',
    '"productID","available","code","code2"\n',
    '"productID","warehouseID","available"\n',
  ]);
});

test('texts are in quotes, empty ones and words such as NULL too, and numbers are not', () => {
  const row = { productID: 7, warehouseID: 2, available: 1.5, code: '6"', code2: '' };
  expect(encoder.row(row)).toBe('7,2,1.5,"6""",""\n');
  expect(encoder.row({ ...row, code: 'NULL', code2: '\\N' })).toBe('7,2,1.5,"NULL","\\N"\n');
});

test('whatever a code holds, a reader that keeps to RFC 4180 finds it again', () => {
  const isFound = fc.property(nastyText, nastyText, (code, code2) => {
    const row = { productID: 1, warehouseID: 2, available: 3, code, code2 };
    const [found] = parseCsv(encoder.start + encoder.row(row));
    expect(found).toEqual({ ...row, productID: '1', warehouseID: '2', available: '3' });
  });
  fc.assert(isFound, propertyRun(300));
});

test('quantities are read back, however the text is cut into chunks', async () => {
  const rows = fc.array(
    fc.record({
      productID: fc.integer({ min: 1, max: 20 }),
      warehouseID: fc.integer({ min: 1, max: 9 }),
      available: fc.integer({ min: -5000, max: 5000 }).map((thousandths) => thousandths / 1000),
      code: nastyText,
      code2: nastyText,
    }),
    { maxLength: 20, size: 'max' },
  );
  const isReadBack = fc.asyncProperty(rows, fc.nat(), async (written, anywhere) => {
    const text = encoder.start + written.map((row) => encoder.row(row)).join('');
    const cut = anywhere % (text.length + 1);
    const read = await readBack(text.slice(0, cut), text.slice(cut));
    expect(read).toEqual(written.map(comparedRow));
  });
  await fc.assert(isReadBack, propertyRun(100));
});

test('a feed whose header and codes have no quotes, as earlier versions wrote it, is read too', async () => {
  const old = 'productID,warehouseID,available,code,code2\n1,2,5,A,\n2,2,1.5,"a,\n""b",NULL\n3,2,0,,\n';
  expect(await readBack(old)).toEqual([
    { product: 1, place: 2, available: 5 },
    { product: 2, place: 2, available: 1.5 },
    { product: 3, place: 2, available: 0 },
  ]);
  expect(await readBack('productID,available\n1,5\n')).toEqual([{ product: 1, place: 0, available: 5 }]);
});

test('behind a quote that is never closed each line is looked through once, whatever came before it', () => {
  const reader = csv.reader();
  const looks = vi.spyOn(String.prototype, 'indexOf');
  const lines = 500;
  try {
    for (const line of [encoder.start.trim(), '1,1,1,"', ...Array(lines).fill('x,y')]) reader.read(line);
    const characters = looks.mock.contexts.reduce<number>((sum, text) => sum + String(text).length, 0);
    expect(looks.mock.calls.length).toBeGreaterThanOrEqual(lines);
    expect(characters).toBeLessThan(10 * lines);
  } finally {
    looks.mockRestore();
  }
  expect(() => reader.end()).toThrow('a quote is not closed');
});

test.each([
  ['without line ends', 'x'.repeat(3 * 1024 * 1024)],
  ['cut off in a line', 'productID,available\n1,5\n2,'],
  ['cut off in quotes', 'productID,available,code\n1,5,"a\n'],
  ['with other columns', 'sku,amount\n1,5\n'],
  ['that is not a feed', 'root:x:0:0:root:/root\nbin:x\n'],
])('a file %s is refused', async (_, text) => {
  await expect(readBack(text)).rejects.toThrow(SyntaxError);
});
