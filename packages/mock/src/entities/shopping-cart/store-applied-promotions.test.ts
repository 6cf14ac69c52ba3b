import { expect, it } from 'vitest';

import { type Fields, start } from '../../../test/ask.ts';
import { cartAsker } from '../../../test/shopping-cart/cart-asker.ts';

const today = new Date(start * 1000).toISOString().slice(0, 10);

/** A cart of two rows with all kinds of discounts, and what saves it with them. */
async function sale() {
  const asker = await cartAsker();
  const { account, call, price, promote } = asker;
  account.data('priceLists').insert({ pricelistID: 77, name: 'Low', active: 1, type: 'BASE_PRICE_LIST' });
  account.data('pricelistProducts').insert({ priceListID: 77, productID: 602, price: 15 });
  const onSale = await promote({ name: 'Ten', purchaseTotalValue: 1, percentageOffEntirePurchase: 10 });
  const onItems = await promote({
    ...{ name: 'Off', purchasedAmount: 1, purchasedProducts: 602, sumOffMatchingItems: 1.24 },
  });
  const cart = await price([{ productID: 602, amount: 2, manualDiscount: 20 }, { productID: 603 }], {
    ...{ pricelistID: 77, customerID: 1001, warehouseID: 1 },
  });
  const fields = (isWithDiscounts: boolean): Fields =>
    Object.fromEntries(
      cart.rows.flatMap((row: any, index: number) => [
        ...Object.entries({ productID: row.productID, amount: row.amount, price: row.originalPrice }).map(
          ([name, value]) => [`${name}${index + 1}`, value],
        ),
        [`discount${index + 1}`, row.discount],
        ...(isWithDiscounts ? Object.entries(row).filter(([name]) => name.startsWith('promotionRule')) : []),
      ]),
    );
  const head = { type: 'CASHINVOICE', customerID: 1001, warehouseID: 1, employeeID: 1 };
  const save = async (more: Fields): Promise<any> =>
    (await call('saveSalesDocument', { ...head, ...more })).records[0];
  const records = async () => (await call('getAppliedPromotionRecords')).records;
  return { ...asker, onSale, onItems, fields, save, records };
}

it('keeps what made the prices of a sale, step by step', async () => {
  const { fields, onItems, onSale, records, save } = await sale();
  const { invoiceID, rows } = await save(fields(true));
  const first = {
    ...{ date: today, warehouseID: 1, customerID: 1001, invoiceCreatorID: 1, attendantID: 1 },
    ...{ productID: 602, invoiceID: Number(invoiceID), rowID: rows[0].rowID },
    ...{ totalAmount: 2, discountedAmount: 2 },
  };
  expect(await records()).toMatchObject([
    {
      ...{ ...first, priceListID: 77, priceListName: 'Low', promotionID: 0, promotionType: '' },
      ...{ priceListDiscountType: 'PRICE', totalBeforePromotion: 49.6, totalAfterPromotion: 37.2 },
      ...{ priceBeforePromotion: 24.8, priceAfterPromotion: 18.6, unitDiscount: 6.2, totalDiscount: 12.4 },
    },
    {
      ...{ ...first, priceListID: 0, promotionID: 0, manualDiscountPercentage: 20 },
      ...{ totalBeforePromotion: 37.2, totalDiscount: 7.44, totalAfterPromotion: 29.76 },
    },
    {
      ...{ ...first, promotionID: onItems, promotionName: 'Off', promotionType: 'ITEMS' },
      ...{ promotionDiscountValue: 1.24, promotionDiscountPercentage: 0, totalDiscount: 2.48 },
    },
    {
      ...{ ...first, promotionID: onSale, promotionName: 'Ten', promotionType: 'INVOICE' },
      ...{ promotionDiscountPercentage: 10, promotionDiscountValue: 0, totalDiscount: 2.72 },
      ...{ totalBeforePromotion: 27.28, totalAfterPromotion: 24.56 },
    },
    { productID: 603, promotionID: onSale, rowID: rows[1].rowID, totalDiscount: 0.62 },
  ]);
});

it('leaves it as it is when a later save says nothing of it, and replaces it when one does', async () => {
  const { account, fields, records, save } = await sale();
  const { invoiceID: id } = await save({ ...fields(true), confirmInvoice: 0 });
  const before = await records();
  await save({ ...fields(false), id, confirmInvoice: 0 });
  expect(await records()).toEqual(before);
  await save({ ...fields(true), id });
  const after = await records();
  expect(after).toHaveLength(before.length);
  expect(after[0].recordID).toBeGreaterThan(before.at(-1).recordID);
  const [row] = (account.data('salesDocuments').get(Number(id)) as any).rows;
  expect(Object.keys(row).filter((name) => name.startsWith('promotionRule'))).toEqual([]);
});

it('goes with the document, and a save that is refused leaves nothing of it', async () => {
  const { call, fields, records, save } = await sale();
  const refused = await call('saveSalesDocument', { ...fields(true), customerID: 987_654 });
  expect(refused.status.errorCode).toBe(1011);
  expect(await records()).toEqual([]);
  const { invoiceID } = await save({ ...fields(true), confirmInvoice: 0 });
  expect(await records()).not.toEqual([]);
  await call('deleteSalesDocument', { documentID: invoiceID });
  expect(await records()).toEqual([]);
});
