import { type ClientOptions, createClient, type ErplyClient, type Transport } from '@erply-kit/client';
import { type AccountControl, createMock, type Mock, type MockOptions } from '@erply-kit/mock';

import { inProcessTransport } from './in-process-transport.ts';

/** Nothing listens there. */
const address = 'http://127.0.0.1:1';
const clientCode = '100001';

/** By its options. What is made of a shop at its first use is then made once for all tests. */
const mocks = new Map<string, Mock>();

export interface TestShop {
  readonly account: AccountControl;
  readonly transport: Transport;
  /** A client as a new process would make it. */
  connect(options?: Partial<ClientOptions>): ErplyClient;
}

/**
 * A fake Erply in process. Its clock stands still until it is moved, and pages are small, so that there are some.
 * It is the only one of its options: with the next, this one is as it was at first.
 */
export function openTestShop(options: MockOptions = {}): TestShop {
  const mock = mockOf(options);
  mock.account(clientCode).forget();
  const transport = inProcessTransport(mock);
  return {
    account: mock.account(clientCode),
    transport,
    connect: (overrides) =>
      createClient({
        clientCode,
        username: 'demo',
        password: 'demouser',
        url: address,
        transport,
        ...overrides,
      }),
  };
}

function mockOf(options: MockOptions): Mock {
  const key = JSON.stringify(options);
  const mock = mocks.get(key) ?? createTestMock(options);
  mocks.set(key, mock);
  return mock;
}

const createTestMock = (options: MockOptions): Mock =>
  createMock({
    seed: 1,
    products: 50,
    warehouses: 2,
    quota: 1e9,
    now: '2026-03-02T10:00:00Z',
    frozen: true,
    publicUrl: address,
    ...options,
    set: { getProductsMax: 20, ...options.set },
  });

/** What a copy of the shop must hold, lane by lane and by key, read without the lanes. */
export async function readShop(shop: TestShop): Promise<Record<string, Map<string, unknown>>> {
  await using client = shop.connect();
  const { records: warehouses } = await client.getWarehouses();
  const { records: groups } = await client.getProductGroups();
  const brands = await client.getBrands.collect({}, { limit: 1e6 });
  const products = await client.getProducts.collect({}, { limit: 1e6 });
  const stock = new Map<string, unknown>();
  for (const { warehouseID } of warehouses) {
    const { records } = await client.getProductStock({ warehouseID, getAmountReserved: 1 });
    for (const row of records)
      stock.set(`${row.productID}/${warehouseID}`, [row.amountInStock, row.amountReserved]);
  }
  return {
    warehouses: new Map(warehouses.map((record) => [`${record.warehouseID}`, record])),
    productGroups: new Map(flat(groups).map((record) => [`${record.productGroupID}`, record])),
    brands: new Map(brands.map((record) => [`${record.brandID}`, record])),
    products: new Map(products.map((record) => [`${record.productID}`, record])),
    stock,
  };
}

type Group = Awaited<ReturnType<ErplyClient['getProductGroups']>>['records'][number];

const flat = (groups: readonly Group[]): Omit<Group, 'subGroups'>[] =>
  groups.flatMap(({ subGroups, ...group }) => [group, ...flat(subGroups)]);
