import { describe, expect, it } from 'vitest';

import type { Page } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { rejection, scriptedClient } from './open-client.ts';
import { openErply } from './open-erply.ts';
import { bulkAnswer, records } from './scripted-transport.ts';

const fields = { getFields: ['productID'] } as const;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

async function arrayOf<TItem>(items: AsyncIterable<TItem>): Promise<TItem[]> {
  const all: TItem[] = [];
  for await (const item of items) all.push(item);
  return all;
}

it('reads all products in the order of their ID, a thousand at once', async () => {
  await using here = await openErply({ mock: { products: 2500 } });
  const products = await arrayOf(here.client.getProducts.all({ getFields: ['name'] }));
  expect(products.map((product) => product.productID)).toEqual(upTo(2500));
  expect(products[0]?.name).not.toBe('');
  const pages = here.account.journal({ request: 'getProducts' }).entries.map(({ parameters }) => parameters);
  expect(pages.map(({ recordOffset }) => recordOffset)).toEqual(['0', '999', '1998']);
  expect(pages[0]).toMatchObject({ orderBy: 'productID', orderByDir: 'asc', recordsOnPage: '1000' });
});

it('reads 5,000 products for less than a unit inside of bulk requests', async () => {
  await using here = await openErply({ mock: { products: 5000 } });
  await here.client.getWarehouses();
  const before = here.account.quota().used;
  const products = await arrayOf(here.client.getProducts.all(fields, { inBulk: true }));
  expect(products.map((product) => product.productID)).toEqual(upTo(5000));
  expect(here.account.quota().used - before).toBeCloseTo(0.6);
  expect(here.client.usage().requests).toBe(4);
});

it('packs as many pages into a bulk request as its bytes allow, by the size of the pages before', async () => {
  await using here = await openErply({ mock: { products: 500 }, client: { bulkBytes: 150_000 } });
  await arrayOf(here.client.getProducts.all({}, { inBulk: true, pageSize: 25 }));
  const bulks = here.events.flatMap((event) =>
    event.kind === 'request' && event.call === 'bulk' ? [event] : [],
  );
  expect(bulks[0]?.calls).toBe(1);
  expect(Math.max(...bulks.slice(1).map(({ calls }) => calls))).toBeGreaterThan(1);
  for (const { bytes } of bulks) expect(bytes).toBeLessThan(200_000);
});

describe.each([[false], [true]])('page by page (in bulk requests: %s)', (inBulk) => {
  it('can stop anywhere and go on later from a cursor that was kept as JSON', async () => {
    await using here = await openErply({ mock: { products: 500 } });
    const read: number[] = [];
    let cursor: string | undefined;
    for (let run = 0; run < 10; run += 1) {
      const from = cursor === undefined ? {} : { from: JSON.parse(cursor) };
      for await (const page of here.client.getProducts.pages(fields, { ...from, inBulk, pageSize: 100 })) {
        read.push(...page.records.map(({ productID }) => productID));
        cursor = page.next && JSON.stringify(page.next);
        break;
      }
      if (cursor === undefined) break;
      here.account.data('products').remove(read[run * 7] ?? 0);
    }
    expect(read).toEqual(upTo(500));
  });

  it('follows the deletion log by page number', async () => {
    await using here = await openErply({ mock: { products: 400 } });
    for (const id of upTo(250)) here.account.data('products').remove(id);
    const log = here.client.getUserOperationsLog.pages({ tableName: 'products' }, { inBulk });
    const pages: Page<{ itemID: number }>[] = await arrayOf(log);
    expect(pages.map((page) => page.records.length)).toEqual([100, 100, 50]);
    expect(pages.flatMap((page) => page.records.map(({ itemID }) => itemID))).toEqual(upTo(250));
    expect(pages.map((page) => page.next)).toEqual([{ offset: 100 }, { offset: 200 }, undefined]);
  });
});

it('follows changes in the same stable order', async () => {
  await using here = await openErply({ mock: { now: '2026-03-10T15:30:00Z' } });
  const { status } = await here.client.getProducts();
  here.account.clock.advance('1h');
  for (const id of [30, 10, 20]) here.account.data('products').update(id, { name: `changed ${id}` });
  const changed = await here.client.getProducts.collect(
    { changedSince: status.requestUnixTime + 1 },
    { limit: 10 },
  );
  expect(changed.map(({ productID, name }) => [productID, name])).toEqual([
    [10, 'changed 10'],
    [20, 'changed 20'],
    [30, 'changed 30'],
  ]);
});

it('reads on when the server gives shorter pages than it was asked for', async () => {
  await using here = await openErply({ mock: { products: 500, set: { getProductsMax: 100 } } });
  for (const inBulk of [false, true]) {
    const products = await arrayOf(here.client.getProducts.all(fields, { inBulk }));
    expect(products.map((product) => product.productID)).toEqual(upTo(500));
  }
});

it.each([
  { most: 100, pageSize: undefined, pages: 6 },
  { most: 100, pageSize: 200, pages: 6 },
  { most: 200, pageSize: undefined, pages: 6 },
  { most: 200, pageSize: 200, pages: 3 },
  { most: 200, pageSize: 1000, pages: 3 },
])('reads products with stock, whose page of $pageSize the server cuts at $most', async (limits) => {
  const { most, pageSize, pages } = limits;
  const set = { getProductsMaxWithStock: most };
  await using here = await openErply({ mock: { products: 500, set } });
  const input = { getFields: ['productID', 'warehouses'], getStockInfo: 1 } as const;
  const options = pageSize === undefined ? {} : { pageSize };

  const alone = await arrayOf(here.client.getProducts.pages(input, options));
  const inBulk = await arrayOf(here.client.getProducts.all(input, { ...options, inBulk: true }));

  expect(alone.flatMap(({ records }) => records).map(({ productID }) => productID)).toEqual(upTo(500));
  expect(inBulk.map(({ productID }) => productID)).toEqual(upTo(500));
  expect(inBulk[0]?.warehouses).toHaveProperty('1');
  expect(alone).toHaveLength(pages);
});

it('gives one empty page of an empty table, so that its end is known', async () => {
  await using here = await openErply({ mock: { dataset: 'empty' } });
  const pages = await arrayOf(here.client.getProducts.pages());
  expect(pages).toMatchObject([{ records: [], status: { recordsTotal: 0 } }]);
  expect(pages[0]).not.toHaveProperty('next');
});

describe('collect', () => {
  it('gives an array of up to so many records, and throws when there are more', async () => {
    await using here = await openErply({ mock: { products: 30 } });
    await expect(here.client.getProducts.collect(fields, { limit: 30 })).resolves.toHaveLength(30);
    expect(await rejection(here.client.getProducts.collect(fields, { limit: 29 }))).toMatchObject({
      kind: 'usage',
      message: 'getProducts: more than 29 records; raise the limit, or read them with all().',
    });
  });
});

it('fetches nothing before it is asked for, and nothing after it was left', async () => {
  await using here = await openErply({ mock: { products: 500 } });
  const products = here.client.getProducts.all(fields, { pageSize: 100 });
  expect(here.requests()).toEqual([]);
  for await (const product of products) if (product.productID === 150) break;
  expect(here.account.journal({ request: 'getProducts' }).entries).toHaveLength(2);
});

it('ends with an error of the call when its signal is aborted in between', async () => {
  await using here = await openErply({ mock: { products: 500 } });
  const caller = new AbortController();
  const read = async () => {
    for await (const _ of here.client.getProducts.pages(fields, { pageSize: 100, signal: caller.signal }))
      caller.abort();
  };
  expect(await rejection(read())).toMatchObject({ kind: 'aborted', call: 'getProducts' });
});

describe('inside of bulk requests', () => {
  const page = (from: number, status: object = {}) => ({
    status: { recordsTotal: 30, recordsInResponse: 10, ...status },
    records: Array.from({ length: 10 }, (_, index) => ({ productID: from + index })),
  });
  const bad = { status: { responseStatus: 'error', errorCode: 1060 } };
  const options = { inBulk: true, pageSize: 10 } as const;

  it('a page that is refused fails the read, when it is reached', async () => {
    const { client } = scriptedClient(createFakeTime(), [
      () => bulkAnswer([page(1)]),
      () => bulkAnswer([page(10), bad, page(28)]),
      () => bulkAnswer([bad, page(28)]),
    ]);
    const read: number[] = [];
    const reading = async () => {
      for await (const { productID } of client.getProducts.all(fields, options)) read.push(productID);
    };
    expect(await rejection(reading())).toMatchObject({ kind: 'api', code: 1060, call: 'getProducts' });
    expect(read).toEqual(upTo(19));
  });

  it('only one page is asked for while the position to go on at is looked for', async () => {
    await using here = await openErply({ mock: { products: 300 }, client: { bulkBytes: 20_000 } });
    const pages = here.client.getProducts.pages(fields, { inBulk: true, pageSize: 50 });
    for await (const { records: some } of pages) {
      if (some[0]?.productID === 1) for (const id of [5, 6, 7]) here.account.data('products').remove(id);
    }
    const bulks = here.events.flatMap((event) =>
      event.kind === 'request' && event.call === 'bulk' ? [event.calls] : [],
    );
    // The first page; the pages after it, which do not fit; 1, 2 and 4 rows back; the pages after that.
    expect(bulks).toEqual([1, 6, 1, 1, 1, 5]);
  });
});

it('ends with an error when the server makes no sense', async () => {
  const same = () => records([{ productID: 2 }, { productID: 1 }], { recordsTotal: 9 });
  const { client } = scriptedClient(createFakeTime(), [same]);
  expect(await rejection(arrayOf(client.getProducts.all(fields)))).toMatchObject({
    kind: 'response',
    call: 'getProducts',
    message: 'getProducts: rows are not in the order of productID.',
  });
});

it('throws at once when it is used wrongly', () => {
  const { client } = scriptedClient(createFakeTime(), []);
  expect(() => client.getProducts.pages({ pageNo: 2 } as never)).toThrow(
    'pageNo is set by the reading of pages',
  );
  expect(() => client.getProducts.all({}, { pageSize: 1 })).toThrow('pageSize must be');
});
