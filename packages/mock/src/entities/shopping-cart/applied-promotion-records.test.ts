import { expect, it } from 'vitest';

import { type Fields, start } from '../../../test/ask.ts';
import { cartAsker } from '../../../test/shopping-cart/cart-asker.ts';
import { sentDiscounts, withoutDiscounts } from './sent-discounts.ts';

const today = new Date(start * 1000).toISOString().slice(0, 10);

async function shopWithRecords() {
  const asker = await cartAsker();
  const { account, call } = asker;
  account.data('salesDocuments').insert({ id: 5, type: 'CASHINVOICE', date: today });
  const insert = (recordID: number, fields: Fields) =>
    account.data('appliedPromotionRecords').insert({ recordID, invoiceID: 5, date: today, ...fields });
  insert(1, { promotionID: 3, productID: 601, warehouseID: 1, pointOfSaleID: 1 });
  insert(2, { priceListID: 7, productID: 602, warehouseID: 2, date: '2020-01-01' });
  insert(3, { productID: 603 });
  const ids = async (fields: Fields = {}) =>
    ((await call('getAppliedPromotionRecords', fields)).records ?? []).map((one: any) => one.recordID);
  return { ...asker, ids };
}

it('are found by record, sale, product, promotion, price list, day and place', async () => {
  const { ids } = await shopWithRecords();
  expect(await ids()).toEqual([1, 2, 3]);
  expect(await ids({ recordIDs: '1,3' })).toEqual([1, 3]);
  expect(await ids({ invoiceIDs: '6' })).toEqual([]);
  expect(await ids({ productIDs: '602,603' })).toEqual([2, 3]);
  expect(await ids({ promotionIDs: '3' })).toEqual([1]);
  expect(await ids({ priceListIDs: '7' })).toEqual([2]);
  expect(await ids({ dateFrom: today })).toEqual([1, 3]);
  expect(await ids({ dateTo: '2020-01-01' })).toEqual([2]);
  expect([await ids({ warehouseID: 2 }), await ids({ pointOfSaleID: 1 })]).toEqual([[2], [1]]);
});

it('need their module, and those of price lists and by hand need one of their own', async () => {
  const { account, call, ids } = await shopWithRecords();
  const configure = (modules: Record<string, boolean>) => account.setConfig({ modules });
  configure({ appliedPriceLists: false });
  expect(await ids()).toEqual([1, 3]);
  const refused = (await call('getAppliedPromotionRecords', { priceListIDs: '7' })).status;
  expect([refused.errorCode, refused.errorField]).toEqual([1028, 'priceListIDs']);
  configure({ appliedManualDiscounts: false });
  expect(await ids()).toEqual([1]);
  configure({ promotionReport: false });
  expect((await call('getAppliedPromotionRecords')).status.errorCode).toBe(1006);
});

it('go with their document', async () => {
  const { account, ids } = await shopWithRecords();
  account.data('salesDocuments').remove(5);
  expect(await ids()).toEqual([]);
});

it('come back as the cart has answered them, and leave the row as it is', () => {
  const row = { productID: 601, amount: 2, promotionRule2totalDiscount: 1, promotionRule2promotionID: 9 };
  const sent = {
    ...row,
    promotionRule1totalDiscount: 3,
    promotionRule1priceListID: 7,
    promotionRule1amount: 1,
  };
  expect(sentDiscounts({ ...sent, promotionRule1name: 'Low' })).toEqual([
    { promotionID: 0, priceListID: 7, amount: 1, totalDiscount: 3 },
    { promotionID: 9, priceListID: 0, amount: 2, totalDiscount: 1 },
  ]);
  expect(withoutDiscounts(sent)).toEqual({ productID: 601, amount: 2 });
});
