import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from '../../test/ask.ts';
import type { Mock, MockOptions } from '../index.ts';

const reads: readonly (readonly [request: string, fields: Record<string, number>])[] = [
  ['getSalesDocuments', { getRowsForAllInvoices: 1, getCOGS: 1, recordsOnPage: 100 }],
  ['getPurchaseDocuments', { getRowsForAllInvoices: 1, getCost: 1, recordsOnPage: 100 }],
  ['getPayments', { recordsOnPage: 100 }],
  ['getDayClosings', {}],
  ['getCashIns', { recordsOnPage: 100 }],
  ['getCustomers', { recordsOnPage: 100, getBalanceInfo: 1 }],
];

/** All that calls say of documents, stock and money. */
async function told(mock: Mock): Promise<unknown> {
  const { call } = await loggedIn(mock, 'a');
  const answers: unknown[] = [];
  for (const [request, fields] of reads)
    for (let pageNo = 1; pageNo <= 3; pageNo += 1)
      answers.push([
        request,
        (await call(request, { ...fields, ...('recordsOnPage' in fields && { pageNo }) })).records,
      ]);
  for (const { warehouseID } of mock.account('a').data('warehouses').list()) {
    const fields = { warehouseID: Number(warehouseID), getAveragePrices: 1, getAmountReserved: 1 };
    const dates = { getFirstPurchaseDate: 1, getLastPurchaseDate: 1, getLastSoldDate: 1 };
    answers.push(['stock', (await call('getProductStock', { ...fields, ...dates })).records]);
  }
  return answers;
}

async function exported(mock: Mock, changed: boolean): Promise<string> {
  let text = '';
  for await (const piece of mock.account('a').exportData({ changed })) text += piece;
  return text;
}

/** A shop that has lived, with an order that reserves, a day of a register and money in its drawer. */
async function lived(options: MockOptions): Promise<Mock> {
  const mock = frozenMock(options);
  const account = mock.account('a');
  if (options.dataset === 'empty') {
    account.data('customers').insert({ lastName: 'Buyer' });
    account.data('suppliers').insert({ companyName: 'Supply' });
    for (const cost of [1, 2.5, 4]) {
      const productID = account
        .data('products')
        .insert({ name: `P${cost}`, price: 3 * cost, cost, vatrateID: 1 });
      account.data('inventoryRegistrations').insert({
        ...{ warehouseID: 1, confirmed: 1, date: '2026-05-01', inventoryTransactionDate: '2026-05-01' },
        rows: [{ stableRowID: 1, productID, amount: 30, price: cost }],
      });
    }
  }
  await account.live({ days: 3, changes: 40 });
  const { call } = await loggedIn(mock, 'a');
  const order = { type: 'ORDER', warehouseID: 1, productID1: 1, amount1: 2, price1: 5, vatrateID1: 1 };
  const { status } = await call('saveSalesDocument', order);
  expect(status.errorCode).toBe(0);
  const opened = { pointOfSaleID: 1, openedUnixTime: account.clock.read().now, openedSum: 50 };
  expect((await call('POSOpenDay', opened)).status.errorCode).toBe(0);
  expect((await call('POSCashIN', { pointOfSaleID: 1, sum: 7 })).status.errorCode).toBe(0);
  return mock;
}

describe('documents as own data', () => {
  it.each([
    [{ dataset: 'empty' }, false],
    [{ products: 30, documents: 60 }, true],
  ] as const)('come in as they went out: %o', async (options, changed) => {
    const from = await lived(options);
    const text = await exported(from, changed);
    const to = frozenMock(options);
    to.account('a').clock.set({ now: from.account('a').clock.read().now });
    await to.account('a').importData(text);

    expect(await told(to)).toEqual(await told(from));
  });

  it('are refused as a whole where one names what does not exist', async () => {
    const mock = frozenMock({ documents: 0 });
    const before = await exported(mock, false);
    const line = (table: string, record: object) => `${JSON.stringify({ table, record })}\n`;
    const rows = [{ rowID: 1, stableRowID: 1, productID: 1, amount: 1, price: 1 }];
    const sale = { id: 1, type: 'CASHINVOICE', confirmed: 1, warehouseID: 1, rows };
    for (const wrong of [
      line('payments', { paymentID: 1, documentID: 2, sum: 1 }),
      line('salesDocuments', { ...sale, id: 2, warehouseID: 99 }),
      line('purchaseDocuments', { id: 1, supplierID: 999_999, rows: [] }),
      line('dayClosings', { dayID: 1, pointOfSaleID: 99 }),
    ]) {
      await expect(mock.account('a').importData(line('salesDocuments', sale) + wrong)).rejects.toThrow(
        /line 2/,
      );
      expect(await exported(mock, false)).toBe(before);
    }
  });
});
