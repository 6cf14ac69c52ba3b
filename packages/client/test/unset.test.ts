import { expect, it } from 'vitest';

import type { CallOptions } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { scriptedClient } from './open-client.ts';
import { bulkAnswer, granted, records, scriptedTransport } from './scripted-transport.ts';

const sent = () => [
  { productID: '7', amountReserved: null },
  { productID: 8, amountInStock: '', amountReserved: '3' },
];
const filled = [
  { productID: 7, amountInStock: 0, amountReserved: 0 },
  { productID: 8, amountInStock: 0, amountReserved: 3 },
];
const kept = [
  { productID: 7, amountReserved: null },
  { productID: 8, amountInStock: '', amountReserved: 3 },
];
const keep: CallOptions = { unset: 'keep' };

it('fills in what an answer leaves out, unless it is to stay as it came', async () => {
  const { client } = scriptedClient(createFakeTime(), [() => records(sent())]);
  expect((await client.getProductStock()).records).toEqual(filled);
  expect((await client.getProductStock({}, keep)).records).toEqual(kept);
});

it('does so in bulk requests', async () => {
  const { client } = scriptedClient(createFakeTime(), [() => bulkAnswer([{ records: sent() }])]);
  const [stock] = await client.bulk([client.getProductStock.request()], keep);
  expect(stock.ok && stock.answer.records).toEqual(kept);
});

it('does so page by page, inside bulk requests and outside', async () => {
  const page = () => [{ productID: 7, price: '' }];
  const single = scriptedClient(createFakeTime(), [() => records(page())]);
  const inBulk = scriptedClient(createFakeTime(), [
    () => bulkAnswer([{ records: page(), status: { recordsTotal: 1 } }]),
  ]);
  const options = { limit: 10, ...keep };
  expect(await single.client.getProducts.collect({}, options)).toEqual(page());
  expect(await inBulk.client.getProducts.collect({}, { inBulk: true, ...options })).toEqual(page());
});

it('does so in the records inside a record', async () => {
  const group = (extra: object = {}) => ({ productGroupID: 1, id: 1, ...extra });
  const tree = () => [group({ subGroups: [group({ positionNo: 'x' }), group({ subGroups: [] })] })];
  const { client } = scriptedClient(createFakeTime(), [() => records(tree())]);
  expect((await client.getProductGroups({}, keep)).records).toEqual(tree());
  expect(client.usage().drift).toEqual({ 'getProductGroups subGroups.*.positionNo': 1 });
});

it('has no use for a record without its ID all the same', async () => {
  const { client } = scriptedClient(createFakeTime(), [() => records([{ amountInStock: 1 }])]);
  await expect(client.getProductStock({}, keep)).rejects.toThrow('at productID');
});

it('does so in a file, where an empty cell is not an amount', async () => {
  const bytes = Buffer.from('"productID","amountInStock","amountReserved"\n"7","","2"\n');
  async function* chunks() {
    yield bytes;
  }
  const file = () => ({ status: 200, contentLength: bytes.length, chunks: chunks() });
  const link = records([{ reportLink: 'https://sb.erply.com/actualreports/a.csv' }]);
  const transport = scriptedTransport([() => granted(), () => link], [file(), file()]);
  const { client } = scriptedClient(createFakeTime(), [], { transport });
  const rows: unknown[] = [];
  for await (const row of client.getProductStock.csv({}, keep)) rows.push(row);
  for await (const row of client.getProductStock.csv()) rows.push(row);
  expect(rows).toEqual([
    { productID: 7, amountInStock: '', amountReserved: 2 },
    { productID: 7, amountInStock: 0, amountReserved: 2 },
  ]);
});
