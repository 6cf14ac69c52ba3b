import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRun, propertyScale, randomOf } from '@erply-kit/tooling/property';

import { control, frozenMock, loggedIn, start } from '../../../test/ask.ts';
import type { Mock } from '../../index.ts';

const day = 86_400;

async function exported(mock: Mock, code = 'a', changed = true): Promise<string> {
  let text = '';
  for await (const piece of mock.account(code).exportData({ changed })) text += piece;
  return text;
}

/** Every quantity on hand by product and warehouse, as getProductStock answers it. */
async function stockOf(mock: Mock): Promise<Map<string, number>> {
  const { call } = await loggedIn(mock, 'a');
  const stock = new Map<string, number>();
  for (const { warehouseID } of mock.account('a').data('warehouses').list()) {
    const { records } = await call('getProductStock', { warehouseID: Number(warehouseID) });
    for (const { productID, amountInStock } of records)
      stock.set(`${productID}/${warehouseID}`, Number(amountInStock));
  }
  return stock;
}

const rounded = (amount: number) => Math.round(amount * 1e6) / 1e6;

const selling = ['CASHINVOICE', 'CREDITINVOICE'];

/** The quantities that the documents since then add up to. */
async function movedSince(mock: Mock, before: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const sums = new Map(before);
  const account = mock.account('a');
  const add = (productID: unknown, warehouseID: unknown, amount: number) => {
    const key = `${productID}/${warehouseID}`;
    sums.set(key, rounded((sums.get(key) ?? 0) + amount));
  };
  expect(account.stockMovements.list()).toEqual([]);
  const documents = (table: string) =>
    account
      .data(table)
      .list()
      .filter(({ added }) => Number(added) >= start) as any[];
  for (const { type, warehouseID, rows } of documents('salesDocuments')) {
    expect(selling).toContain(type);
    for (const { productID, amount } of rows) add(productID, warehouseID, -amount);
  }
  for (const { warehouseID, rows } of documents('purchaseDocuments'))
    for (const { productID, amount } of rows) add(productID, warehouseID, amount);
  for (const { warehouseID, rows } of documents('inventoryRegistrations'))
    for (const { productID, amount } of rows) add(productID, warehouseID, amount);
  for (const { warehouseID, rows } of documents('inventoryWriteOffs'))
    for (const { productID, amount } of rows) add(productID, warehouseID, -amount);
  for (const { warehouseFromID, warehouseToID, rows } of documents('inventoryTransfers')) {
    for (const { productID, amount } of rows) {
      add(productID, warehouseFromID, -amount);
      add(productID, warehouseToID, amount);
    }
  }
  return sums;
}

const withoutZeros = (stock: ReadonlyMap<string, number>) =>
  [...stock].filter(([, amount]) => amount !== 0).sort(([left], [right]) => (left < right ? -1 : 1));

describe('a living shop', () => {
  it('has sales, returns, deliveries, prices and products of every kind, spread over its days', async () => {
    const mock = frozenMock({ documents: 40 });
    const ask = control(mock);
    const { status, body } = await ask('POST', '/accounts/a/live', { days: 5, changes: 120 });
    expect(status).toBe(200);
    const { from, to, ...counts } = body;
    expect([from, to]).toEqual([start, start + 5 * day]);
    expect(Object.keys(counts)).toEqual([
      ...['sales', 'returns', 'deliveries', 'writeOffs', 'transfers'],
      ...['priceChanges', 'edited', 'added', 'archived', 'deleted'],
    ]);
    for (const [name, count] of Object.entries(counts)) expect(count, name).toBeGreaterThan(0);
    expect(mock.account('a').clock.read()).toEqual({ now: start + 5 * day, frozen: true });
    const times = mock
      .account('a')
      .data('salesDocuments')
      .list()
      .map(({ added }) => Number(added));
    for (let index = 0; index < 5; index += 1)
      expect(times.some((time) => time >= start + index * day && time < start + (index + 1) * day)).toBe(
        true,
      );
  });

  it('pays what it sells, and gives back what comes back', async () => {
    const mock = frozenMock({ documents: 0 });
    const account = mock.account('a');
    const { sales, returns, deliveries } = await account.live({ days: 2, changes: 150 });
    const documents = account.data('salesDocuments').list();
    const payments = account.data('payments').list();
    expect(documents.filter(({ type }) => type === 'CASHINVOICE')).toHaveLength(sales);
    expect(documents.filter(({ type }) => type === 'CREDITINVOICE')).toHaveLength(returns);
    expect(account.data('purchaseDocuments').list()).toHaveLength(deliveries);
    expect(payments.map(({ documentID, sum }) => [documentID, sum])).toEqual(
      documents.map(({ id, total }) => [id, total]),
    );
    for (const { type, total } of documents) expect(Number(total) < 0).toBe(type === 'CREDITINVOICE');
    expect(documents.filter((document) => document.previousReturnsExist === 1)).toHaveLength(returns);
  });

  it('lives the same life by the same seed, byte for byte, and another one by another', async () => {
    const life = async (seed: number, code = 'a') => {
      const mock = frozenMock({ seed, documents: 40 });
      await mock.account(code).live({ days: 2, changes: 100 });
      await mock.account(code).live({ days: 1 });
      return exported(mock, code);
    };
    const [first, second, other] = [await life(1), await life(1), await life(2)];
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  it('has stock that adds up, and never sells more than there is', async () => {
    const property = fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      const dataset = random.pick(['demo', 'nasty', 'empty'] as const);
      const history = propertyScale === 1 && dataset === 'demo' ? { documents: 100 } : {};
      const mock = frozenMock({ dataset, seed: random.whole(0, 1e6), quota: 1e6, ...history });
      const before = await stockOf(mock);
      const days = random.whole(1, 3);
      await mock.account('a').live({ days, changes: random.whole(1, 150) });
      const after = await stockOf(mock);
      expect(withoutZeros(after)).toEqual(withoutZeros(await movedSince(mock, before)));
      for (const [where, amount] of after)
        expect(amount, where).toBeGreaterThanOrEqual(Math.min(0, before.get(where) ?? 0));
    });
    await fc.assert(property, propertyRun(10, 3));
  });

  it('sells what is not there only when it may', async () => {
    const sellOut = async (oversell: boolean) => {
      const mock = frozenMock({ products: 3, documents: 0 });
      await mock.account('a').live({ days: 2, changes: 500, oversell });
      return Math.min(...(await stockOf(mock)).values());
    };
    expect(await sellOut(false)).toBeGreaterThanOrEqual(0);
    expect(await sellOut(true)).toBeLessThan(0);
  });

  it('gives an incremental sync exactly the products that have changed, and those that are gone', async () => {
    const mock = frozenMock({ documents: 40 });
    const all = async () => {
      const { call } = await loggedIn(mock, 'a');
      const products = new Map<number, string>();
      for (let pageNo = 1; pageNo <= 20; pageNo += 1) {
        const { records } = await call('getProducts', { recordsOnPage: 100, pageNo, orderBy: 'productID' });
        for (const record of records) products.set(record.productID, JSON.stringify(record));
      }
      return products;
    };
    const before = await all();
    const { from } = await mock.account('a').live({ days: 2, changes: 150 });
    const after = await all();
    const { call } = await loggedIn(mock, 'a');
    const differ = [...after].filter(([id, text]) => before.get(id) !== text).map(([id]) => id);
    const gone = [...before.keys()].filter((id) => !after.has(id)).sort((a, b) => a - b);
    expect(gone.length).toBeGreaterThan(0);
    const changed: number[] = [];
    for (let pageNo = 1; pageNo <= 20; pageNo += 1) {
      const page = await call('getProducts', { changedSince: from, recordsOnPage: 100, pageNo });
      changed.push(...page.records.map(({ productID }: any) => productID));
    }
    expect(changed.sort((a, b) => a - b)).toEqual(differ.sort((a, b) => a - b));
    const { records: log } = await call('getUserOperationsLog', {
      ...{ tableName: 'products', addedFrom: from, recordsOnPage: 100 },
    });
    const logged = log.map(({ itemID }: any) => itemID).filter((id: number) => before.has(id));
    expect(logged.sort((a: number, b: number) => a - b)).toEqual(gone);
    expect(log[0].userName).toBe('living-shop');
  });

  it('lives while the clock of its account is moved on', async () => {
    const mock = frozenMock({ documents: 40 });
    const ask = control(mock);
    const { body } = await ask('POST', '/accounts/a/clock/advance', { by: '12h', live: true });
    expect(body).toMatchObject({ now: start + day / 2, frozen: true, live: { from: start } });
    expect(body.live.sales).toBeGreaterThan(0);
    const { live } = await mock.account('a').clock.advance('1d', { live: true });
    expect(live.to).toBe(start + 1.5 * day);
    const refused = await ask('POST', '/clock/advance', { by: '1d', live: true });
    expect(refused.body.error).toBe('the shop of an account lives: move on the clock of one, with live');
  });

  it('refuses a life that cannot be', async () => {
    const mock = frozenMock({ maxAccountMegabytes: 1, documents: 40 });
    const ask = control(mock);
    const cases: [object, number, string][] = [
      [{ days: 0 }, 400, 'days needs a whole number from 1 to 365'],
      [{ days: 366 }, 400, 'days needs a whole number from 1 to 365'],
      [{ changes: 10_001 }, 400, 'changes needs a whole number from 1 to 10000'],
      [{ changse: 1 }, 400, 'a life has no "changse"; did you mean changes?'],
      [{ days: 365, changes: 1000 }, 400, '365000 changes at once are too many: at most 200000 in one life'],
      [{ changes: 5000 }, 507, 'the accounts hold too much for that: allow more by maxAccountMegabytes'],
    ];
    for (const [body, status, error] of cases)
      expect(await ask('POST', '/accounts/a/live', body)).toEqual({ status, body: { error } });
    expect(mock.account('a').changes().counts).toEqual({});
    const lives = [mock.account('a').live(), mock.account('a').live()];
    const [first, second] = await Promise.allSettled(lives);
    expect(first?.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { status: 409 } });
  });
});
