import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from '../../../test/ask.ts';

/** An empty shop with products 1 to 3 of supplier 1, and a second supplier, Other Goods. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  const suppliers = account.data('suppliers');
  const [first, second] = ['Main Goods', 'Other Goods'].map((fullName) =>
    suppliers.insert({ supplierType: 'COMPANY', fullName, companyName: fullName, code: `C${fullName[0]}` }),
  ) as [number, number];
  for (const price of [10, 20, 30])
    account
      .data('products')
      .insert({ groupID: 1, price, cost: price / 2, supplierID: first, code: `p${price}` });
  return { mock, account, first, second, ...(await loggedIn(mock)) };
}

type Call = Awaited<ReturnType<typeof shop>>['call'];

/** A shop whose list 1 of its first supplier has product 1 for 4.5, and product 2 for 8; without a module from then on. */
async function shopWithList(missing?: 'quantityPriceLists' | 'supplierPriceLists') {
  const made = await shop();
  const rules = { productID1: 1, price1: 4.5, productID2: 2, price2: 8 };
  await made.call('saveSupplierPriceList', { name: 'Spring', supplierID: made.first, ...rules });
  if (missing !== undefined) made.account.setConfig({ modules: { [missing]: false } });
  return made;
}

describe('suggestedPurchasePrice', () => {
  async function suggested(call: Call, productID = 1) {
    const asked = { productID, warehouseID: 1, getSuggestedPurchasePrice: 1 };
    const { records } = await call('getProductStock', asked);
    return records.find((row: any) => row.productID === productID)?.suggestedPurchasePrice;
  }

  async function stocked(missing?: 'supplierPriceLists') {
    const made = await shopWithList(missing);
    for (const productID of [1, 2, 3])
      await made.call('saveInventoryRegistration', {
        warehouseID: 1,
        ...{ productID1: productID, amount1: 5, price1: 2 },
      });
    return made;
  }

  it('is what the supplier of the product asks for one unit, before the cost on the card', async () => {
    const { call } = await stocked();
    expect([await suggested(call), await suggested(call, 3)]).toEqual([4.5, 15]);
  });

  it('is not that of another supplier, of a list that is not in force, or for more than one', async () => {
    const { call, second } = await stocked();
    const other = { name: 'Other', supplierID: second, productID1: 3, price1: 1 };
    await call('saveSupplierPriceList', other);
    await call('saveSupplierPriceList', { supplierPriceListID: 1, productID1: 3, price1: 2, amount1: 2 });
    expect(await suggested(call, 3)).toBe(15);
    await call('saveSupplierPriceList', { supplierPriceListID: 1, endDate: '2026-05-27' });
    expect(await suggested(call)).toBe(5);
    await call('saveSupplierPriceList', { supplierPriceListID: 1, endDate: '2026-05-28' });
    expect(await suggested(call)).toBe(4.5);
    await call('saveSupplierPriceList', { supplierPriceListID: 1, active: 0 });
    expect(await suggested(call)).toBe(5);
  });

  it('is that of the newest list that has one', async () => {
    const { call, first } = await stocked();
    await call('saveSupplierPriceList', { name: 'Newer', supplierID: first, productID1: 1, price1: 0 });
    expect([await suggested(call, 1), await suggested(call, 2)]).toEqual([0, 8]);
  });

  it('knows no price lists of suppliers without their module', async () => {
    const { call } = await stocked('supplierPriceLists');
    expect(await suggested(call)).toBe(5);
  });
});
