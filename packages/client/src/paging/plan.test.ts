import { expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';

import { planPaging } from './plan.ts';

const products = (input: Record<string, unknown> = {}, options = {}) =>
  planPaging(calls.getProducts, input, options);

it('reads products by offset, in the order of their ID, at the full page size', () => {
  const plan = products({ status: 'ACTIVE' });
  expect(plan).toMatchObject({ pageSize: 1000, key: 'productID', overlap: 1 });
  expect(plan.inputAt(999, 1000)).toEqual({
    status: 'ACTIVE',
    orderBy: 'productID',
    orderByDir: 'asc',
    recordsOnPage: 1000,
    recordOffset: 999,
  });
});

it('takes the smaller page that goes with stock', () => {
  expect(products({ getStockInfo: 1 }).pageSize).toBe(100);
});

it('asks for the key as well when only some fields are wanted', () => {
  expect(products({ getFields: ['name'] }).inputAt(0, 10)).toMatchObject({
    getFields: ['name', 'productID'],
  });
  expect(products({ getFields: ['productID'] }).inputAt(0, 10)).toMatchObject({ getFields: ['productID'] });
});

it('reads by page number where a call has no offset', () => {
  const plan = planPaging(calls.getUserOperationsLog, { tableName: 'products' }, {});
  expect(plan).toMatchObject({ pageSize: 100, overlap: 0 });
  expect(plan.inputAt(200, 100)).toEqual({
    tableName: 'products',
    orderByDir: 'asc',
    recordsOnPage: 100,
    pageNo: 3,
  });
});

it.each(['pageNo', 'recordsOnPage', 'recordOffset', 'orderBy', 'orderByDir'])(
  'does not take %s from the input',
  (name) => {
    expect(() => products({ [name]: 1 })).toThrow(
      `getProducts: ${name} is set by the reading of pages; leave it out.`,
    );
  },
);
