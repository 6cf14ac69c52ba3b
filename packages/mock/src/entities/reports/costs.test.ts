import { describe, expect, it } from 'vitest';

import { propertySeed, seededRandom } from '@erply-kit/tooling/property';

import { seller } from '../../../test/sales-documents/seller.ts';
import { period, type Sold, soldRows } from '../../../test/sales-documents/sold-rows.ts';

type AnyRecord = Record<string, any>;

describe('getCostOfGoodsSold', () => {
  it('lists the rows of getSalesDocuments that are revenue, by day, with what they cost', async () => {
    const shop = await seller();
    const sold: readonly Sold[] = await soldRows(shop, seededRandom(propertySeed + 2), 40);
    const { records } = await shop.call('getCostOfGoodsSold', {
      dateFrom: period.dateStart,
      dateTo: period.dateEnd,
    });
    const shown = records.map(({ invID, prodID, amount, price }: AnyRecord) =>
      [invID, prodID, amount, price].join(),
    );
    const plain = sold.map(({ document, row }) =>
      [document.id, row.productID, row.amount, row.rowNetTotal].join(),
    );
    expect(shown.sort()).toEqual(plain.sort());
    const costs = new Map<number, number>();
    for (const { invID, cost } of records) costs.set(invID, (costs.get(invID) ?? 0) + cost);
    for (const { document } of sold) expect(costs.get(document.id)).toBeCloseTo(document.cost, 4);
    const days = records.map(({ date }: AnyRecord) => date);
    expect(days).toEqual(days.toSorted());
  });
});

describe('getProductCostForSpecificAmount', () => {
  it('takes the oldest batches, moves nothing, and says when there is not enough', async () => {
    const { call, product, stockUp } = await seller();
    const productID = await product();
    await stockUp(productID, 2, 3);
    await stockUp(productID, 2, 5);
    const costOf = async (amount: number) =>
      (
        await call('getProductCostForSpecificAmount', {
          warehouseID: 1,
          productID1: productID,
          amount1: amount,
        })
      ).records[0];
    const known = { productID, amountActuallyInStock: 4, costIsPreliminary: 0 };
    expect(await costOf(2)).toEqual({ ...known, amount: 2, cost: 3 });
    expect(await costOf(3)).toEqual({ ...known, amount: 3, cost: 3.666667 });
    expect(await costOf(3)).toEqual({ ...known, amount: 3, cost: 3.666667 });
    expect(await costOf(6)).toEqual({ ...known, amount: 6, cost: 4.333333, costIsPreliminary: 1 });
  });

  it('refuses a location or a product that does not exist or has no stock', async () => {
    const { refusal, product } = await seller();
    const service = await product({ nonStockProduct: 1 });
    const ask = (fields: Record<string, number>) => refusal(fields, 'getProductCostForSpecificAmount');
    expect(await ask({ warehouseID: 99, productID1: 1, amount1: 1 })).toEqual([1011, 'warehouseID']);
    expect(await ask({ warehouseID: 1, productID1: service, amount1: 1 })).toEqual([1011, 'productID1']);
    expect(await ask({ warehouseID: 1, productID1: 1 })).toEqual([1010, 'amount1']);
    expect(await ask({ productID1: 1, amount1: 1 })).toEqual([1010, 'warehouseID']);
  });
});
