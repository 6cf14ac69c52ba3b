import { expect, test } from 'vitest';

import { parseCsv } from '../../test/parse-csv.ts';
import { readAll } from '../../test/read-all.ts';
import { forSeeds, nastyText } from '../../test/seeded.ts';
import { csv } from './csv.ts';

const all = { warehouse: true, identifiers: true };

async function readBack(...chunks: string[]) {
  return await readAll(csv, chunks);
}

test('the header names the columns that the feed has', () => {
  expect([
    csv.header(all),
    csv.header({ warehouse: false, identifiers: true }),
    csv.header({ warehouse: true, identifiers: false }),
  ]).toEqual([
    'productID,warehouseID,available,code,code2\n',
    'productID,available,code,code2\n',
    'productID,warehouseID,available\n',
  ]);
});

test('quotes stand only where they must', () => {
  const row = { productID: 7, warehouseID: 2, available: 1.5, code: '6"', code2: 'a b' };
  expect(csv.line(row, all)).toBe('7,2,1.5,"6""",a b\n');
});

test('whatever a code holds, another reader finds it again', async () => {
  await forSeeds(300, (random) => {
    const row = {
      productID: 1,
      warehouseID: 2,
      available: 3,
      code: nastyText(random),
      code2: nastyText(random),
    };
    const [found] = parseCsv(csv.header(all) + csv.line(row, all));
    expect(found).toEqual({ ...row, productID: '1', warehouseID: '2', available: '3' });
  });
});

test('quantities are read back, however the text is cut into chunks', async () => {
  await forSeeds(100, async (random) => {
    const rows = Array.from({ length: 20 }, (_, index) => ({
      productID: index + 1,
      warehouseID: random.whole(1, 9),
      available: random.whole(-5000, 5000) / 1000,
    }));
    const withCodes = rows.map((row) => ({ ...row, code: nastyText(random), code2: nastyText(random) }));
    const text = csv.header(all) + withCodes.map((row) => csv.line(row, all)).join('');
    const cut = random.whole(0, text.length);
    expect(await readBack(text.slice(0, cut), text.slice(cut))).toEqual(rows);
  });
});

test.each([
  ['cut off in a line', 'productID,available\n1,5\n2,'],
  ['cut off in quotes', 'productID,available,code\n1,5,"a\n'],
  ['with other columns', 'sku,amount\n1,5\n'],
  ['that is no feed', 'root:x:0:0:root:/root\nbin:x\n'],
])('a file %s is refused', async (_, text) => {
  await expect(readBack(text)).rejects.toThrow(SyntaxError);
});
