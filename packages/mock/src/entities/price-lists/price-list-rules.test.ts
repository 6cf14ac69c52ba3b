import { expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn } from '../../../test/ask.ts';

type Rule = Readonly<Record<string, unknown>>;

/** An empty shop with products 1 to 3 in group 1, and the rules of its only price list. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  for (const price of [10, 20, 30]) account.data('products').insert({ groupID: 1, price });
  const { call } = await loggedIn(mock);
  const rules = async (fields: Fields = {}): Promise<Rule[]> =>
    (await call('getPriceLists', fields)).records[0].pricelistRules;
  return { account, call, rules };
}

it('adds gross prices to rules that have a price, by the tax of the product or of its group at the location', async () => {
  const { account, call, rules } = await shop();
  const own = account.data('vatRates').insert({ name: 'Low', rate: 9 });
  const there = account.data('vatRates').insert({ name: 'There', rate: 22 });
  account.data('productGroups').update(1, { vatrates: [{ warehouseID: 1, vatrateID: there }] });
  account.data('productGroups').insert({ name: 'Other' });
  account.data('products').update(2, { vatrateID: own });
  account.data('products').update(3, { groupID: 2, vatrateID: own });
  const prices = { type1: 'PRODUCT', id1: 2, price1: 10.25, type2: 'PRODUCT', id2: 3, price2: 1.005 };
  const discount = { type3: 'PRODGROUP', id3: 1, discountPercent3: 5 };
  await call('savePriceList', { name: 'Sale', ...prices, ...discount });
  account.data('warehouses').update(1, { pricelistID: 1 });
  const grossOf = async (fields: Fields) =>
    (await rules({ getPricesWithVAT: 1, ...fields })).map((rule) => rule.priceWithVat);

  expect(await grossOf({})).toEqual([11.17, 1.1, undefined]);
  expect(await grossOf({ warehouseID: 1 })).toEqual([12.51, 1.1, undefined]);
  expect(await rules()).toEqual([
    { type: 'PRODUCT', id: 2, price: '10.25', amount: 0 },
    { type: 'PRODUCT', id: 3, price: '1.005', amount: 0 },
    { type: 'PRODGROUP', id: 1, discountPercent: '5' },
  ]);
});

it('has discounts as they were sent, or in whole percents as one live account did, in its rules and in prices', async () => {
  const { account, call, rules } = await shop();
  await call('savePriceList', { name: 'Sale', type1: 'PRODGROUP', id1: 1, discountPercent1: 12.5 });
  account.data('warehouses').update(1, { pricelistID: 1 });
  const seen = async () => {
    const [{ specialPrice }] = (await call('getProductPrices', { productID: 1, warehouseID: 1 })).records;
    return [(await rules())[0]?.discountPercent, specialPrice];
  };

  expect(await seen()).toEqual(['12.5', '8.75']);
  account.setConfig({ set: { discountPercentDecimals: 0 } });
  expect(await seen()).toEqual(['13', '8.70']);
});
