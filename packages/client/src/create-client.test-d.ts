import { expectTypeOf, it } from 'vitest';

import type { Status } from '@erply-kit/schemas';

import type {
  Answer,
  BulkResult,
  CallRecord,
  ErplyClient,
  Page,
  PageCursor,
  UnknownRecord,
} from './index.ts';

declare const client: ErplyClient;

it('gives records in documented types', () => {
  expectTypeOf(client.getProducts()).resolves.toHaveProperty('records');
  type Product = Awaited<ReturnType<ErplyClient['getProducts']>>['records'][number];
  expectTypeOf<Product['productID']>().toEqualTypeOf<number>();
  expectTypeOf<Product['name']>().toEqualTypeOf<string>();
  expectTypeOf<Product['brandName']>().toEqualTypeOf<string | null>();
  expectTypeOf<Product['active']>().toEqualTypeOf<0 | 1>();
  expectTypeOf<Awaited<ReturnType<ErplyClient['getProducts']>>['status']>().toEqualTypeOf<Status>();
});

it('gives no records of a call that answers none', () => {
  expectTypeOf(client.deleteProduct({ productID: 1 })).resolves.toEqualTypeOf<Answer<never>>();
});

it('knows the inputs of each call', () => {
  client.getProducts({ productIDs: [1, 2], status: 'ACTIVE', getStockInfo: 1 });
  client.getProducts({ getFields: ['name'] as const });
  // @ts-expect-error it is a list
  client.getProducts({ productIDs: 1 });
  // @ts-expect-error no such input
  client.getProducts({ productId: 1 });
  // @ts-expect-error no such status
  client.getProducts({ status: 'GONE' });
  // @ts-expect-error flags are 0 or 1
  client.getProducts({ getStockInfo: true });
  // @ts-expect-error no such call
  client.getNothing();
});

it('wants an input only where something in it is needed', () => {
  client.getWarehouses();
  client.deleteProduct({ productID: 1 });
  // @ts-expect-error which product?
  client.deleteProduct();
  // @ts-expect-error which product?
  client.deleteProduct({});
  // @ts-expect-error the log of which table?
  client.getUserOperationsLog.all();
});

it('takes a signal and a deadline', () => {
  const { signal } = new AbortController();
  client.getProducts({}, { signal, deadline: new Date() });
  client.getProducts({}, { deadline: Date.now() });
  // @ts-expect-error no such option
  client.getProducts({}, { timeout: 5 });
  // @ts-expect-error pages only
  client.getProducts({}, { inBulk: true });
});

it('reads pages only of calls that have them, and sets their order itself', () => {
  expectTypeOf(client.getProducts.pages()).toExtend<AsyncIterable<Page<{ productID: number }>>>();
  expectTypeOf(client.getProducts.all({ status: 'ACTIVE' })).toExtend<AsyncIterable<{ productID: number }>>();
  expectTypeOf(client.getProducts.collect({}, { limit: 5 })).resolves.toExtend<{ productID: number }[]>();
  expectTypeOf<NonNullable<Page<unknown>['next']>>().toEqualTypeOf<PageCursor>();
  client.getProducts.pages({}, { from: { offset: 1, lastKey: 1 }, inBulk: true, pageSize: 100 });
  // @ts-expect-error not paged
  client.getWarehouses.pages();
  // @ts-expect-error not paged
  client.getProductStock.all();
  // @ts-expect-error the order is set by the reading of pages
  client.getProducts.all({ orderBy: 'name' });
  // @ts-expect-error the page is set by the reading of pages
  client.getProducts.pages({ pageNo: 2 });
  // @ts-expect-error an array needs a limit
  client.getProducts.collect({});
});

it('streams CSV only of calls that have it', () => {
  expectTypeOf(client.getProductStock.csv()).toExtend<
    AsyncIterable<{ productID: number; amountInStock: number }>
  >();
  // @ts-expect-error no file
  client.getProducts.csv();
});

it('settles a bulk request call by call, in order', async () => {
  const results = await client.bulk([
    client.getWarehouses.request(),
    client.getProducts.request({ productID: 7 }),
  ]);
  expectTypeOf(results).toExtend<
    readonly [BulkResult<{ warehouseID: number }>, BulkResult<{ productID: number }>]
  >();
  const [warehouses, products] = results;
  if (warehouses.ok)
    expectTypeOf(warehouses.answer.records[0]?.warehouseID).toEqualTypeOf<number | undefined>();
  else expectTypeOf(warehouses.error.kind).toExtend<string>();
  // @ts-expect-error first see whether it went well
  products.answer;
  const many = await client.bulk([1, 2].map((productID) => client.getProducts.request({ productID })));
  for (const one of many)
    if (one.ok) expectTypeOf(one.answer.records[0]?.productID).toEqualTypeOf<number | undefined>();
  // @ts-expect-error a call that was made already
  client.bulk([client.getWarehouses()]);
});

it('is let go of at the end of its scope', () => {
  expectTypeOf<ErplyClient>().toExtend<AsyncDisposable>();
});

it('makes calls by their names: known ones in documented types, unknown ones in none', () => {
  expectTypeOf(client.call('getProducts', { productID: 1 })).resolves.toEqualTypeOf<
    Answer<CallRecord<'getProducts'>>
  >();
  expectTypeOf(client.call('getRegisters')).resolves.toEqualTypeOf<Answer<UnknownRecord>>();
  client.call(
    'getRegisters',
    { registerID: 1, name: 'x', isOpen: true, ids: [1, 2] as const },
    { effect: 'read' },
  );
  client.call('getX' as string, { registerID: 1 }, { effect: 'read', deadline: 5 });
  // @ts-expect-error no such input of a known call
  client.call('getProducts', { productId: 1 });
  // @ts-expect-error its definition says what it does
  client.call('getProducts', {}, { effect: 'read' });
  // @ts-expect-error which product?
  client.call('deleteProduct');
  // @ts-expect-error no objects
  client.call('getRegisters', { register: {} });
  // @ts-expect-error null is not sent
  client.call('getRegisters', { register: null });
  // @ts-expect-error no such effect
  client.call('getRegisters', {}, { effect: 'delete' });
  // @ts-expect-error unknown calls have no pages
  client.call.pages('getRegisters');
});

it('takes calls by their names into bulk requests', async () => {
  const [products, registers] = await client.bulk([
    client.call.request('getProducts', { productID: 1 }),
    client.call.request('getRegisters', { registerID: 1 }, { effect: 'read' }),
  ]);
  expectTypeOf(products).toEqualTypeOf<BulkResult<CallRecord<'getProducts'>>>();
  expectTypeOf(registers).toEqualTypeOf<BulkResult<UnknownRecord>>();
});
