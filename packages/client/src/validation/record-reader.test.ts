import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import { type AnyCall, calls, recordOf } from '@erply-kit/schemas';

import { createRecordReader } from './record-reader.ts';

function read(
  call: AnyCall,
  sent: unknown,
  options: { validation?: 'strict' | 'warn' | 'off'; isPartial?: boolean } = {},
) {
  const drift: string[] = [];
  const onDrift = (name: string, path: string) => drift.push(`${name} ${path}`);
  const reader = createRecordReader({ validation: options.validation ?? 'warn', onDrift });
  const schema = recordOf(call)?.();
  if (!schema) throw new Error('no record');
  const record = reader.of(schema, { call: call.name, isPartial: options.isPartial ?? false })(
    structuredClone(sent),
  );
  return { record, drift };
}
const stock = (sent: object, options = {}) => read(calls.getProductStock, sent, options);

it('gives documented types, whatever the spelling', () => {
  expect(stock({ productID: '7', amountInStock: '2.5', amountReserved: 1 }).record).toEqual({
    productID: 7,
    amountInStock: 2.5,
    amountReserved: 1,
  });
});

it('gives what zod gives', () => {
  const sent = {
    productID: 3,
    name: null,
    code: 12,
    price: '4.50',
    attributes: [{ attributeName: 'a' }],
    unknown: [1],
  };
  const schema = recordOf(calls.getProducts)?.() as z.ZodType;
  expect(read(calls.getProducts, sent).record).toEqual(z.decode(schema, sent as never));
});

it('leaves fields that we do not know as they are', () => {
  expect(stock({ productID: 7, newField: { deep: ['1'] } }).record).toMatchObject({
    newField: { deep: ['1'] },
  });
});

it('fills in what is unset, but leaves absent what was not asked for', () => {
  expect(stock({ productID: 7 }).record).toEqual({ productID: 7, amountInStock: 0 });
  expect(stock({ productID: 7 }, { isPartial: true }).record).toEqual({ productID: 7 });
  expect(stock({}, { isPartial: true }).record).toEqual({});
});

it('reads records whose keys nobody knows beforehand', () => {
  const endpoint = { isSandbox: 1, url: 'https://pim.example/', documentation: 'https://pim.example/doc' };
  expect(read(calls.getServiceEndpoints, { pim: endpoint }).record).toEqual({
    pim: { ...endpoint, isSandbox: true },
  });
  const { drift } = read(calls.getServiceEndpoints, { pim: { ...endpoint, isSandbox: 'maybe' } });
  // Not by the key: it is a word of the server's.
  expect(drift).toEqual(['getServiceEndpoints *.isSandbox']);
});

it('takes the empty list of PHP for an empty record', () => {
  expect(stock([], { isPartial: true }).record).toEqual({});
});

describe('a field that is not what its definition says', () => {
  const sent = { productID: 7, amountInStock: 'many', amountReserved: '3' };

  it('stays as it was sent, and is reported', () => {
    const { record, drift } = stock(sent);
    expect(record).toEqual({ productID: 7, amountInStock: 'many', amountReserved: 3 });
    expect(drift).toEqual(['getProductStock amountInStock']);
  });

  it('is not reported when validation is off', () => {
    expect(stock(sent, { validation: 'off' })).toMatchObject({
      record: { amountInStock: 'many' },
      drift: [],
    });
  });

  it('fails the call when validation is strict, naming paths and no values', () => {
    expect(() => stock(sent, { validation: 'strict' })).toThrow(
      'the answer does not fit the definition at amountInStock',
    );
  });

  it('is reported by its path without the numbers of rows and IDs', () => {
    const product = { productID: 7, attributes: [{ attributeName: 'a' }, { attributeName: ['b'] }] };
    expect(read(calls.getProducts, product).drift).toEqual(['getProducts attributes.*.attributeName']);
  });
});

it.each(['strict', 'warn', 'off'] as const)('cannot use a record without its ID (%s)', (validation) => {
  expect(() => stock({ amountInStock: 1 }, { validation })).toThrow(
    'does not fit the definition at productID',
  );
  expect(() => stock({ productID: 'x' }, { validation })).toThrow('does not fit the definition at productID');
});

it.each([[null], ['text'], [7], [[1]]])('cannot use a record that is not an object: %j', (sent) => {
  expect(() => read(calls.getProductStock, sent)).toThrow('a record is not an object');
});

it('reads a status, also one with numbers inside quotes', () => {
  const reader = createRecordReader({ validation: 'warn', onDrift: () => {} });
  const sent = { requestUnixTime: '1700000000', responseStatus: 'ok', errorCode: '0', recordsTotal: '57' };
  expect(reader.readStatus('getProducts', sent)).toMatchObject({
    requestUnixTime: 1_700_000_000,
    errorCode: 0,
    recordsTotal: 57,
  });
});
