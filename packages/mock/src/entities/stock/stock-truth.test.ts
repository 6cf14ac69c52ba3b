import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createShop } from '@erply-kit/fixtures';
import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { type Fields, frozenMock, loggedIn } from '../../../test/ask.ts';
import { amountOf, mean, type NaiveDocument, naiveStock } from './naive-stock.ts';

const options = { products: 40, warehouses: 3, documents: 0 };
const shop = createShop(options);
const warehouses = [1, 2, 3];

/** Products with stock of their own, all of it in whole units. */
const products = Array.from({ length: options.products }, (_, index) => index + 1)
  .filter((id) => {
    const amounts = warehouses.map((warehouseID) => shop.stock.amountInStock(id, warehouseID));
    return amounts.some((amount) => amount !== 0) && amounts.every(Number.isInteger);
  })
  .slice(0, 3);

const kinds = {
  inventoryRegistrations: { name: 'InventoryRegistration', key: 'inventoryRegistrationID', sign: 1 },
  inventoryWriteOffs: { name: 'InventoryWriteOff', key: 'inventoryWriteOffID', sign: -1 },
  inventoryTransfers: { name: 'InventoryTransfer', key: 'inventoryTransferID', sign: 1 },
} as const;
type Table = keyof typeof kinds;

const days = ['2024-12-30', '2025-01-01', '2025-06-15', '2026-05-20', '2026-05-21'];
const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const tables = Object.keys(kinds) as Table[];

type Call = Awaited<ReturnType<typeof loggedIn>>['call'];
type WireRow = { productID: number; amount: number; price: number; cost?: number };

async function allOf(call: Call, table: Table): Promise<any[]> {
  const records: any[] = [];
  for (let pageNo = 1; ; pageNo += 1) {
    const page = await call(`get${kinds[table].name}s`, { recordsOnPage: 100, pageNo, getCost: 1 });
    records.push(...page.records);
    if (records.length >= page.status.recordsTotal) return records;
  }
}

function fromWire(table: Table, record: any, order: number): NaiveDocument {
  return {
    table,
    id: record[kinds[table].key],
    day: record.inventoryTransactionDate,
    order,
    isConfirmed: record.confirmed === 1,
    from: record.warehouseFromID,
    to: record.warehouseToID ?? record.warehouseID,
    rows: record.rows.map(({ productID, amount, price }: WireRow) => ({
      productID,
      amount: amount * kinds[table].sign,
      price,
    })),
  };
}

/** Random documents, given to the fake and to the naive model alike. */
async function createSetup(random: Random) {
  const mock = frozenMock({ ...options, quota: 1e9 });
  let session = await loggedIn(mock);
  const call: Call = (request, fields) => session.call(request, fields);
  const account = mock.account('100001');
  const orders = new Map<string, number>();
  const controlled: NaiveDocument[] = [];
  const below = (limit: number) => random.whole(0, limit - 1);
  const one = random.pick;
  let lastOrder = 0;

  /** The documents as they come over the wire now; one that is seen confirmed for the first time is the newest. */
  async function documents(): Promise<NaiveDocument[]> {
    const found: { table: Table; record: any }[] = [];
    for (const table of tables) for (const record of await allOf(call, table)) found.push({ table, record });
    if (lastOrder === 0) found.sort((a, b) => a.record.added - b.record.added);
    const known = found.map(({ table, record }) => {
      const key = `${table}/${record[kinds[table].key]}`;
      if (record.confirmed === 1 && !orders.has(key)) {
        lastOrder += 1;
        orders.set(key, lastOrder);
      }
      return fromWire(table, record, orders.get(key) ?? 0);
    });
    return [...known, ...controlled];
  }

  const rows = (table: Table): Fields =>
    Object.fromEntries(
      Array.from({ length: 1 + below(3) }, (_, row) => row + 1).flatMap((row): [string, number][] => [
        [`productID${row}`, one(products)],
        [
          `amount${row}`,
          table === 'inventoryRegistrations' && random.chance(0.2)
            ? -2
            : 1 + below(table === 'inventoryRegistrations' ? 20 : 60),
        ],
        [`price${row}`, below(500) / 100],
      ]),
    );
  /** Documents share few days, some before the opening registration, so that their order within a day matters. */
  const date = () => one(days);

  async function create(): Promise<void> {
    const table = one(tables);
    const [from, to] = one([
      [1, 2],
      [2, 3],
      [3, 1],
    ]) as [number, number];
    const where: Fields =
      table === 'inventoryTransfers'
        ? { warehouseFromID: from, warehouseToID: to }
        : { warehouseID: from, reasonID: table === 'inventoryWriteOffs' ? 1 : 4 };
    const day: Fields = random.chance(0.7) ? { date: date() } : {};
    const confirmed = random.chance(0.7) ? 1 : 0;
    const answer = await call(`save${kinds[table].name}`, { ...where, ...day, confirmed, ...rows(table) });
    expect(answer.status.errorCode).toBe(0);
  }

  async function edit(): Promise<void> {
    const table = one(tables);
    const { name, key } = kinds[table];
    // Mostly late ones: those of the shop's own history are about other products.
    const record = one((await allOf(call, table)).slice(random.chance(0.8) ? -6 : 0));
    const drafted = record.confirmed === 0;
    const prices = Object.fromEntries(
      (record.rows as WireRow[]).flatMap(({ productID, amount }, row): [string, number][] => [
        [`productID${row + 1}`, productID],
        [`amount${row + 1}`, amount],
        [`price${row + 1}`, below(900) / 100],
      ]),
    );
    const changes = drafted ? { ...rows(table), ...(random.chance(0.5) ? { confirmed: 1 } : {}) } : prices;
    const { status } = await call(`save${name}`, { [key]: record[key], ...changes });
    const allowed = drafted || (table === 'inventoryRegistrations' && record.rows.length > 0);
    if (allowed) expect(status.errorCode).toBe(0);
    else expect([1017, 1010, 0]).toContain(status.errorCode);
  }

  async function remove(): Promise<void> {
    const table = one(tables);
    const { name, key } = kinds[table];
    const id = one(await allOf(call, table))[key];
    if (random.chance(0.3)) account.data(table).remove(id);
    else expect((await call(`delete${name}`, { [key]: id })).status.errorCode).toBe(0);
  }

  async function move(): Promise<void> {
    await documents();
    const [productID, warehouseID, amount, price] = [one(products), one(warehouses), 1 + below(9), below(90)];
    const id = account.stockMovements.insert({ productID, warehouseID, amount, cost: price });
    lastOrder += 1;
    const day = new Date(mock.clock.read().now * 1000).toISOString().slice(0, 10);
    const movement = { table: 'stockMovements', id, from: undefined, to: warehouseID, isConfirmed: true };
    controlled.push({ ...movement, day, order: lastOrder, rows: [{ productID, amount, price }] });
  }

  const step = () => one([create, create, create, edit, edit, remove, move])();
  /** Time goes on; a session does not last that long. */
  async function wait(): Promise<void> {
    mock.clock.advance(1 + below(20_000));
    session = await loggedIn(mock);
  }
  return { mock, call, documents, step, wait, below, one };
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

type Setup = Awaited<ReturnType<typeof createSetup>>;
type Stock = ReturnType<typeof naiveStock>;

/** Every call about stock against the naive model. */
async function compare(setup: Setup, documents: readonly NaiveDocument[]): Promise<void> {
  const { call, mock } = setup;
  const { byWarehouse, costs } = naiveStock(documents, options);
  const amount = (productID: number, warehouseID: number) =>
    amountOf(byWarehouse.get(`${productID}/${warehouseID}`));
  for (const warehouseID of warehouses) {
    const asked = { warehouseID, productIDs: products.join(), getAveragePrices: 1 };
    const expected = products.flatMap((productID) => {
      const averageCost = mean(byWarehouse.get(`${productID}/${warehouseID}`)?.units ?? []);
      const amountInStock = amount(productID, warehouseID);
      const row = { productID, amountInStock, averagePurchasePrice: averageCost, averageCost };
      return amountInStock === 0 ? [] : [row];
    });
    expect((await call('getProductStock', asked)).records).toEqual(expected);
    const link = await call('getProductStock', { ...asked, responseType: 'CSV' });
    const csv = await (await mock.app.request(link.records[0].reportLink)).text();
    const lines = expected.map((row) => Object.values(row).map((cell) => `"${cell}"`));
    expect(csv.trimEnd().split('\n').slice(1)).toEqual(lines.map((cells) => cells.join()));
  }
  const total = (await call('syncTotalProductStock')).records as any[];
  const cards = await call('getProducts', {
    ...{ productIDs: products.join(), getStockInfo: 1, getFIFOCost: 1 },
    ...{ orderBy: 'productID', orderByDir: 'asc' },
  });
  for (const card of cards.records) {
    const amounts = warehouses.map((warehouseID) => amount(card.productID, warehouseID));
    const units = warehouses.flatMap(
      (warehouseID) => byWarehouse.get(`${card.productID}/${warehouseID}`)?.units ?? [],
    );
    expect(warehouses.map((warehouseID) => card.warehouses[warehouseID].totalInStock)).toEqual(amounts);
    expect([card.productID, card.FIFOCost]).toEqual([card.productID, mean(units)]);
    const sum = sumOf(amounts);
    expect(total.find((row) => row.productID === card.productID)?.amountInStock ?? 0).toBe(sum);
  }
  for (const table of tables) {
    for (const record of await allOf(call, table)) {
      if (record.confirmed !== 1) continue;
      for (const [row, { productID, cost }] of (record.rows as WireRow[]).entries()) {
        if (!products.includes(productID)) continue;
        const key = `${table}/${record[kinds[table].key]}/${row}`;
        expect([key, cost]).toEqual([key, costs.get(key)]);
      }
    }
  }
}

async function compareDay(setup: Setup, documents: readonly NaiveDocument[]): Promise<void> {
  const date = setup.one(days.flatMap((day) => [dayBefore(day), day]));
  const { byWarehouse } = naiveStock(documents, options, date);
  const warehouseID = setup.one(warehouses);
  const { records } = await setup.call('getProductStock', {
    ...{ warehouseID, date, productIDs: products.join(), getAveragePrices: 1 },
  });
  const expected = products.flatMap((productID) => {
    const warehouse = byWarehouse.get(`${productID}/${warehouseID}`);
    const cost = mean(warehouse?.units ?? []);
    return amountOf(warehouse) === 0
      ? []
      : [{ productID, amountInStock: amountOf(warehouse), averagePurchasePrice: cost, averageCost: cost }];
  });
  expect(records).toEqual(expected);
}

it('every call agrees with a count unit by unit, whatever documents come, change and go', async () => {
  const agrees = fc.asyncProperty(fc.gen(), async (gen) => {
    const random = randomOf(gen);
    const setup = await createSetup(random);
    let before = naiveStock(await setup.documents(), options);
    for (let left = random.whole(1, 39); left > 0; left -= 1) before = await goOn(setup, before);
  });
  await fc.assert(agrees, propertyRun(2, 1));
});

/** Something happens in the setup, and every call is compared; gives back the stock that it has then. */
async function goOn(setup: Setup, before: Stock): Promise<Stock> {
  await setup.wait();
  await setup.step();
  const now = await setup.documents();
  await compare(setup, now);
  await compareDay(setup, now);
  const after = naiveStock(now, options);
  for (const warehouseID of warehouses) {
    const key = (id: number) => `${id}/${warehouseID}`;
    const changed = products.filter(
      (id) => amountOf(before.byWarehouse.get(key(id))) !== amountOf(after.byWarehouse.get(key(id))),
    );
    const changedSince = setup.mock.clock.read().now;
    const asked = { warehouseID, productIDs: products.join(), changedSince };
    const moved = (await setup.call('getProductStock', asked)).records;
    expect(moved.map((row: { productID: number }) => row.productID)).toEqual(changed);
  }
  return after;
}
