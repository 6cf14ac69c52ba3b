import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { nastyText } from '../../test/nasty-text.ts';
import { googleLocalInventory as google } from './google-local-inventory.ts';

const columns = { warehouse: true, identifiers: true };
const row = { productID: 7, warehouseID: 2, storeCode: 'TLN', available: 3, code: 'A2B4', code2: '' };

/**
 * What https://support.google.com/merchants/answer/14819809 says of each attribute that we send.
 */
const rules: Readonly<Record<string, (value: string) => boolean>> = {
  store_code: (value) => value !== '' && [...value].length <= 64,
  id: (value) => value !== '' && [...value].length <= 50,
  availability: (value) =>
    ['in_stock', 'limited_availability', 'on_display_to_order', 'out_of_stock'].includes(value),
  quantity: (value) => /^\d+$/.test(value),
};

/** As a reader of text with tabs, which knows no quotes. */
const read = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, delimiter: '\t', quote: null, escape: null, record_delimiter: '\n' });

test('every row keeps to the rules of the specification, whatever the codes are', () => {
  const text = fc.oneof(nastyText, fc.string({ maxLength: 70 }));
  const anyRow = fc.record({
    productID: fc.integer({ min: 1, max: 50 }),
    storeCode: text,
    code: text,
    available: fc.integer({ min: -3000, max: 3000 }).map((one) => one / 1000),
  });
  const keepsTo = fc.property(fc.array(anyRow, { maxLength: 20 }), (rows) => {
    const encoder = google.encoder(columns);
    const texts = rows.map((one) => encoder.row(one)).filter((one) => one !== '');
    const found = read(encoder.start + texts.join(''));
    expect(found).toHaveLength(texts.length);
    for (const one of found) {
      expect(Object.keys(one)).toEqual(Object.keys(rules));
      for (const [name, value] of Object.entries(one))
        expect([name, value, rules[name]?.(value)]).toEqual([name, value, true]);
      expect(one.availability === 'in_stock').toBe(Number(one.quantity) > 0);
    }
  });
  fc.assert(keepsTo, propertyRun(200));
});

test.each([
  [{}, 'TLN\tA2B4\tin_stock\t3\n'],
  [{ available: 0 }, 'TLN\tA2B4\tout_of_stock\t0\n'],
  [{ available: -2 }, 'TLN\tA2B4\tout_of_stock\t0\n'],
  [{ available: 2.9 }, 'TLN\tA2B4\tin_stock\t2\n'],
  [{ available: 0.9 }, 'TLN\tA2B4\tout_of_stock\t0\n'],
  [{ code: '=1+1' }, 'TLN\t=1+1\tin_stock\t3\n'],
  [{ code: '' }, ''],
  [{ code: 'x'.repeat(50) }, `TLN\t${'x'.repeat(50)}\tin_stock\t3\n`],
  [{ code: 'x'.repeat(51) }, ''],
  [{ code: 'a\tb' }, ''],
  [{ code: 'a\nb' }, ''],
  [{ code: ' a' }, ''],
  [{ storeCode: '' }, ''],
  [{ storeCode: 'x'.repeat(65) }, ''],
])('a row with %o', (change, text) => {
  expect(google.encoder(columns).row({ ...row, ...change })).toBe(text);
});

test('a code that another product has too is not sent twice for a store', () => {
  const encoder = google.encoder(columns);
  expect([
    encoder.row(row),
    encoder.row({ ...row, storeCode: 'TRT' }),
    encoder.row({ ...row, productID: 8 }),
  ]).toEqual(['TLN\tA2B4\tin_stock\t3\n', 'TRT\tA2B4\tin_stock\t3\n', '']);
});
