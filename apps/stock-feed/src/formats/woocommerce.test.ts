import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

import { woocommerce } from './woocommerce.ts';

const columns = { warehouse: false, identifiers: true };
const row = { productID: 7, available: 3, code: 'A2B4', code2: '' };

/**
 * The columns that WooCommerce's importer maps by their English names, in lower case, to the fields that we mean
 * (auto_map_columns in class-wc-product-csv-importer-controller.php).
 */
const mapped: Readonly<Record<string, string>> = {
  sku: 'sku',
  stock: 'stock_quantity',
  'in stock?': 'stock_status',
};

test('its columns are those that the importer of WooCommerce maps by itself', () => {
  const [header = []] = parse(woocommerce.encoder(columns).start) as string[][];
  expect(header.map((name) => mapped[name.toLowerCase()])).toEqual(['sku', 'stock_quantity', 'stock_status']);
});

test.each([
  [{}, '"A2B4",3,1\n'],
  [{ available: 0 }, '"A2B4",0,0\n'],
  [{ available: -2 }, '"A2B4",0,0\n'],
  [{ available: 2.9 }, '"A2B4",2,1\n'],
  [{ available: 0.9 }, '"A2B4",0,0\n'],
  [{ code: 'a"b,c' }, '"a""b,c",3,1\n'],
  // An SKU is not unescaped by the importer, so it is written as it is.
  [{ code: '=1+1' }, '"=1+1",3,1\n'],
  [{ code: '00' }, '"00",3,1\n'],
  // What the importer would change, or take for no SKU.
  [{ code: '' }, ''],
  [{ code: '0' }, ''],
  [{ code: ' a' }, ''],
  [{ code: 'a  b' }, ''],
  [{ code: 'a\nb' }, ''],
  [{ code: 'a<b' }, ''],
  [{ code: '50%20' }, ''],
])('a row with %o', (change, text) => {
  const line = woocommerce.encoder(columns).row({ ...row, ...change });
  expect(line).toBe(text);
  if (line !== '') expect(parse(line)[0]?.[0]).toBe({ ...row, ...change }.code);
});

test('the second product with a code is left out', () => {
  const encoder = woocommerce.encoder(columns);
  expect([encoder.row(row), encoder.row({ ...row, productID: 8 })]).toEqual(['"A2B4",3,1\n', '']);
});

test.each([
  [{}, true],
  [{ warehouses: [1, 2] }, true],
  [{ warehouses: [1] }, false],
  [{ sum: true }, false],
  [{ groups: [{ name: 'web', warehouses: [1, 2], negative: 'zero' as const }] }, false],
  [{ sum: true, identifiers: false }, true],
])('it takes one figure for a product, and a code: %o', (change, isRefused) => {
  const policy = {
    rows: 'all',
    identifiers: true,
    sum: false,
    negative: 'zero',
    warehouses: [],
    offline: false,
  } as const;
  expect(woocommerce.refusal?.({ ...policy, ...change }) !== undefined).toBe(isRefused);
});
