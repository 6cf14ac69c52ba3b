import { expect, test } from 'vitest';

import type { DemoResult } from './run-demo.ts';
import { faultsOf } from './verdict.ts';

const line = { lane: 'products', run: 'full', records: 5000, requests: 5, costUnits: 16.9, seconds: 1 };
const good: DemoResult = { differences: [], lines: [line], costUnits: 16.9, database: 'erply.db', feed: [] };
const difference = { table: 'products', id: '7', field: 'name', shop: 'a', copy: 'b' };

test('a good run has no faults', () => {
  expect(faultsOf(good)).toEqual([]);
});

test.each<[string, Partial<DemoResult>]>([
  [
    'the copy differs from the shop in 1 place\n  products 7 name: shop "a", copy "b"',
    { differences: [difference] },
  ],
  ['it cost 25.1 quota units, more than 25', { costUnits: 25.1, lines: [{ ...line, costUnits: 25.1 }] }],
  ['the fake counted 17 quota units, the reports say 16.9', { costUnits: 17 }],
])('"%s" is one', (fault, change) => {
  expect(faultsOf({ ...good, ...change })).toEqual([fault]);
});
