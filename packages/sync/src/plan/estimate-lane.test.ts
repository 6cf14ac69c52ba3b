import { expect, test } from 'vitest';

import { customers } from '../lanes/customers.ts';
import { products } from '../lanes/products.ts';
import { estimateRecordLane, estimateStockLane, pagesOf } from './estimate-lane.ts';

test.each([
  { records: 0, pages: 1 },
  { records: 1000, pages: 1 },
  { records: 1001, pages: 2 },
  { records: 1999, pages: 2 },
  { records: 5000, pages: 6 },
])('$records records are $pages pages that overlap by one', ({ records, pages }) => {
  expect(pagesOf(records, 1000)).toBe(pages);
});

const pass = { mode: 'full', generation: 1, before: { phase: 'idle', generation: 0 } } as const;

test('a full read of 100,000 products costs 10.3 units', () => {
  const estimate = estimateRecordLane(products, {
    at: { ...pass, phase: 'full' },
    records: 100_000,
    logEntries: 0,
    resumes: false,
  });
  expect(estimate).toEqual({ mode: 'full', records: 100_000, requests: 37, costUnits: 10.3 });
});

test('a full read of 100,000 customers costs 100.3 units: their pages have numbers, and an empty one ends them', () => {
  const at = { ...pass, phase: 'full' } as const;
  expect(estimateRecordLane(customers, { at, records: 100_000, logEntries: 0, resumes: false })).toEqual({
    ...{ mode: 'full', records: 100_000, requests: 37, costUnits: 100.3 },
  });
});

test('a full read that is resumed has only the rest to read', () => {
  const at = { ...pass, phase: 'full', candidate: 1, cursor: { offset: 4000, lastKey: 4100 } } as const;
  expect(estimateRecordLane(products, { at, records: 5000, logEntries: 0, resumes: true })).toMatchObject({
    records: 1000,
    costUnits: 0.5,
  });
});

test('stock costs a unit a warehouse in full, and a tenth for what changed', () => {
  expect(estimateStockLane({ warehouses: 4, changesFirst: true })).toEqual({
    mode: 'incremental',
    requests: 3,
    costUnits: 0.6,
  });
  expect(estimateStockLane({ warehouses: 4, toLoad: 4, changesFirst: false })).toEqual({
    mode: 'full',
    requests: 8,
    costUnits: 4.7,
  });
  // Where it does not begin with what changed, the log is asked apart.
  expect(estimateStockLane({ warehouses: 4, toLoad: 4, changesFirst: false, logFirst: true })).toEqual({
    mode: 'full',
    requests: 9,
    costUnits: 4.8,
  });
});
