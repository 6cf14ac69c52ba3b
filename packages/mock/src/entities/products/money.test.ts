import { describe, expect, it } from 'vitest';

import { askText, type Fields, frozenMock, loggedIn } from '../../../test/ask.ts';

/** An empty shop with a group and tax rates of 25, 12 and 10 %, and the product that a save made of these fields. */
async function productOf(fields: Fields) {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  account.data('productGroups').insert({ name: 'Group' });
  const rates = [25, 12, 10].map((rate) => account.data('vatRates').insert({ name: `${rate} %`, rate }));
  const { call, sessionKey } = await loggedIn(mock);
  const vatrateID = Number(rates[Number(fields.rateIndex)]);
  const { rateIndex: _, ...saved } = fields;
  const [{ productID }] = (await call('saveProduct', { name: 'P', groupID: 1, vatrateID, ...saved })).records;
  const asked = { clientCode: '100001', sessionKey, request: 'getProducts', productID };
  return { account, call, productID, text: await askText(mock, asked) };
}

// What PHP 8.2.36 answers to round($net * (1 + $rate / 100), 2) and round($gross / (1 + $rate / 100), 3).
describe('money', () => {
  it.each([
    [0, -0.14, -0.18],
    [0, -3.14, -3.93],
    [2, -3.25, -3.58],
    [0, 3.14, 3.93],
    [2, 1.005, 1.11],
  ])(
    'has a gross price with its halves away from zero: rate %i, net %d, gross %d',
    async (rateIndex, net, gross) => {
      expect((await productOf({ rateIndex, netPrice: net })).text).toContain(`"priceWithVat":${gross},`);
    },
  );

  it.each([
    [1, -13.65, -12.188],
    [1, -32.27, -28.813],
    [1, 13.65, 12.188],
  ])(
    'has a net price with its halves away from zero: rate %i, gross %d, net %d',
    async (rateIndex, gross, net) => {
      expect((await productOf({ rateIndex, priceWithVAT: gross })).text).toContain(`"price":${net},`);
    },
  );

  it('prints minus zero, as PHP does, where a negative price rounds to nothing', async () => {
    expect((await productOf({ rateIndex: 0, netPrice: -0.001 })).text).toContain('"priceWithVat":-0,');
  });

  it('takes a discount off with its halves away from zero', async () => {
    const { account, call, productID } = await productOf({ rateIndex: 0, netPrice: -0.35 });
    await call('savePriceList', { name: 'L', type1: 'PRODGROUP', id1: 1, discountPercent1: 5 });
    account.data('warehouses').update(1, { pricelistID: 1 });
    const [price] = (await call('getProductPrices', { productID, warehouseID: 1 })).records;
    expect(price.specialPrice).toBe('-0.333');
  });

  it('rounds quantities to six decimals, halves away from zero, and what is nothing to plain zero', async () => {
    const { account, call, productID } = await productOf({ rateIndex: 0, netPrice: 1 });
    const [second, third] = ['Second', 'Third'].map((name) => account.data('warehouses').insert({ name }));
    const move = (warehouseID: number, amount: number) =>
      account.stockMovements.insert({ productID, warehouseID, amount });
    const stock = async (where: Fields) =>
      (await call('getProductStock', { productID, changedSince: 1, ...where })).records[0].amountInStock;

    move(1, -0.0000025);
    expect(await stock({ warehouseID: 1 })).toBe(-0.000003);
    move(1, 0.100003);
    move(Number(second), 0.2);
    move(Number(third), -0.3);
    expect(await stock({})).toBe(0);
    move(1, -0.2);
    move(Number(second), -0.4);
    move(Number(third), 0.6);
    expect(await stock({})).toBe(0);
  });
});
