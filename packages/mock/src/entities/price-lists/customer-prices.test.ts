import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

type Row = Record<string, any>;

const customerLists = ['priceListID', 'priceListID2', 'priceListID3', 'priceListID4', 'priceListID5'];
const otherLists = ['pricelistID', 'pricelistID2', 'pricelistID3', 'pricelistID4', 'pricelistID5'];

/**
 * An empty shop: products 1 to 3 of 10 in product groups 1 above 2 above 3, price lists "1" to "8", customer groups
 * 1 above 2 above 3, and a customer in group 3.
 */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  const data = (name: string) => account.data(name as 'products');
  for (const parentGroupID of [1, 2]) data('productGroups').insert({ name: 'G', parentGroupID });
  for (const groupID of [1, 2, 3]) data('products').insert({ groupID, price: 10 });
  for (let id = 1; id <= 8; id += 1) data('priceLists').insert({ name: `L${id}`, active: 1 });
  for (const parentID of [1, 2]) data('customerGroups').insert({ name: 'C', parentID });
  const clientID = data('customers').insert({ customerType: 'COMPANY', companyName: 'A', groupID: 3 });
  return { mock, account, data, clientID, ...(await loggedIn(mock)) };
}

type Shop = Awaited<ReturnType<typeof shop>>;

/** A shop whose lists 1 to 8 all have a price of product 1: 1 to 8. */
async function pricedShop() {
  const made = await shop();
  for (let id = 1; id <= 8; id += 1)
    made.data('pricelistProducts').insert({ priceListID: id, productID: 1, price: id });
  return made;
}

/** The price of a product, and the lists that made it. */
async function priced({ call, clientID }: Shop, more: Fields = {}) {
  const asked = { productID: 1, clientID, getPriceCalculationSteps: 1, ...more };
  const [price] = (await call('getProductPrices', asked)).records;
  const lists = price.priceCalculationSteps.map((step: Row) => step.priceListID);
  return { price: Number(price.specialPrice), lists };
}

describe('clientID', () => {
  it('adds nothing where no list is of the customer', async () => {
    expect(await priced(await pricedShop())).toEqual({ price: 10, lists: [] });
  });

  it('applies the lists of the customer, the last one last', async () => {
    const made = await pricedShop();
    made.data('customers').update(made.clientID, { priceListID: 5, priceListID2: 3, priceListID5: 4 });
    expect(await priced(made)).toEqual({ price: 4, lists: [5, 3, 4] });
    expect(await priced(made, { clientID: 0 })).toEqual({ price: 10, lists: [] });
  });

  it('applies those of the group and of all groups above it, the topmost first', async () => {
    const made = await pricedShop();
    made.data('customerGroups').update(1, { pricelistID: 6, pricelistID5: 2 });
    made.data('customerGroups').update(2, { pricelistID4: 5 });
    made.data('customerGroups').update(3, { pricelistID: 7 });
    expect(await priced(made)).toEqual({ price: 7, lists: [6, 2, 5, 7] });
    made.data('customers').update(made.clientID, { groupID: 2, priceListID: 1 });
    expect(await priced(made)).toEqual({ price: 1, lists: [6, 2, 5, 1] });
  });

  it('comes after the lists of the location', async () => {
    const made = await pricedShop();
    made.data('warehouses').update(1, { pricelistID: 1, pricelistID2: 2 });
    made.data('customerGroups').update(1, { pricelistID: 3 });
    made.data('customers').update(made.clientID, { priceListID: 4 });
    expect(await priced(made, { warehouseID: 1 })).toEqual({ price: 4, lists: [1, 2, 3, 4] });
    expect(await priced(made, { warehouseID: 1, clientID: 0 })).toEqual({ price: 2, lists: [1, 2] });
    made.data('pricelistProducts').remove(4);
    expect(await priced(made, { warehouseID: 1 })).toEqual({ price: 3, lists: [1, 2, 3] });
  });

  it('walks groups that stand above each other once, and stops where a group is gone', async () => {
    const made = await pricedShop();
    made.data('customerGroups').update(1, { parentID: 3, pricelistID: 1 });
    made.data('customerGroups').update(3, { pricelistID: 3 });
    expect((await priced(made)).lists).toEqual([1, 3]);
    made.data('customerGroups').remove(2);
    expect((await priced(made)).lists).toEqual([3]);
  });

  it('says the same in getProducts', async () => {
    const made = await pricedShop();
    made.data('customers').update(made.clientID, { priceListID: 4 });
    const asked = { productID: 1, getPriceListPrices: 1, getPriceCalculationSteps: 1 };
    const [product] = (await made.call('getProducts', { ...asked, clientID: made.clientID })).records;
    expect(product).toMatchObject({ priceListPrice: 4, priceListPriceWithVat: 4.96 });
    expect(product.priceCalculationSteps.map((step: Row) => step.priceListID)).toEqual([4]);
  });

  it.each<[string, Fields]>([
    ['getProductPrices', { productID: 1, clientID: 9 }],
    ['getProducts', { getPriceListPrices: 1, clientID: 9 }],
  ])('is refused by %s when there is no such customer', async (request, fields) => {
    const { call } = await shop();
    const { status } = await call(request, fields);
    expect(status).toMatchObject({ errorCode: 1011, errorField: 'clientID' });
  });
});

const dayAt = (days: number) => new Date((start + days * 86_400) * 1000).toISOString().slice(0, 10);

/** Makes a list as it comes: active or not, of some days, with rules about products and groups. */
function seedList({ data }: Shop, random: Random, id: number): void {
  const rules = [1, 2, 3].filter(() => random.chance(0.3));
  data('priceLists').update(id, {
    active: random.chance(0.8) ? 1 : 0,
    ...(random.chance(0.3) ? { startDate: dayAt(random.whole(-1, 1)) } : {}),
    ...(random.chance(0.3) ? { endDate: dayAt(random.whole(-1, 1)) } : {}),
    pricelistRules: rules.map((group) => ({
      type: 'PRODGROUP',
      id: group,
      discountPercent: random.pick([0, 5, 12.5, 33.33, 100, -10]),
    })),
  });
  for (let productID = 1; productID <= 3; productID += 1)
    for (const amount of [0, 1, 5])
      if (random.chance(0.12))
        data('pricelistProducts').insert({
          priceListID: id,
          productID,
          amount,
          price: random.whole(0, 20) / 2,
        });
}

/** Gives some of the fields a list. */
const someLists = (random: Random, fields: readonly string[]): Row =>
  Object.fromEntries(fields.map((field) => [field, random.chance(0.35) ? random.whole(1, 8) : 0]));

/** What a product costs, by the plain rules: every list from the price on the card, the last one wins. */
function plainPrice({ data }: Shop, lists: readonly number[], productID: number) {
  const today = dayAt(0);
  const applied: number[] = [];
  let price = 10;
  for (const id of lists) {
    const list: Row = data('priceLists').get(id) ?? {};
    const isOpen = (list.startDate ?? today) <= today && today <= (list.endDate ?? today);
    if (list.active !== 1 || !isOpen) continue;
    const rows = (data('pricelistProducts').list() as Row[])
      .filter((row) => row.priceListID === id && row.productID === productID && row.amount <= 1)
      .sort((left, right) => left.amount - right.amount);
    // A product is in the group of its number, and groups 1 to that number stand above one another.
    const discounts = (list.pricelistRules as Row[])
      .filter((rule) => rule.id <= productID)
      .sort((left, right) => left.id - right.id);
    const row = rows.at(-1);
    const discount = discounts.at(-1);
    if (row === undefined && discount === undefined) continue;
    price = row?.price ?? Math.round(10 * (100 - discount?.discountPercent) * 10) / 1000;
    applied.push(id);
  }
  return { price, lists: applied };
}

it('a price is what plain rules make of whichever lists there are, and its steps lead to it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      const made = await shop();
      const { data, clientID } = made;
      for (let id = 1; id <= 8; id += 1) seedList(made, random, id);
      const ofLocation = someLists(random, otherLists);
      const ofGroups = [1, 2, 3].map(() => someLists(random, otherLists));
      const ofCustomer = someLists(random, customerLists);
      data('warehouses').update(1, ofLocation);
      ofGroups.forEach((lists, index) => {
        data('customerGroups').update(index + 1, lists);
      });
      data('customers').update(clientID, ofCustomer);
      const asked = { warehouseID: random.pick([0, 1]), clientID: random.pick([0, clientID]) };
      const chain = [
        ...(asked.warehouseID === 0 ? [] : [ofLocation]),
        ...(asked.clientID === 0 ? [] : [...ofGroups, ofCustomer]),
      ].flatMap((row) => Object.values(row).filter((id) => id > 0));
      for (const productID of [1, 2, 3]) {
        const fields = { productID, getPriceCalculationSteps: 1, ...asked };
        const [answer] = (await made.call('getProductPrices', fields)).records;
        const steps: Row[] = answer.priceCalculationSteps;
        const { price, lists } = plainPrice(made, chain, productID);
        expect([Number(answer.specialPrice), steps.map((step) => step.priceListID)]).toEqual([price, lists]);
        expect(steps.at(-1)?.price ?? 10).toBe(price);
        for (const step of steps) {
          if (step.type === 'PRICE') expect(step).toMatchObject({ discount: 0 });
          else expect(step.price + step.discount).toBeCloseTo(10, 6);
        }
      }
    }),
    propertyRun(30, 12),
  );
});
