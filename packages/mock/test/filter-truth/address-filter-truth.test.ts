import fc from 'fast-check';
import { expect, it } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { type Fields, frozenMock, loggedIn } from '../ask.ts';

/** An address as getAddresses answers it. */
type Address = Record<string, any>;

interface Filter {
  readonly fields: Fields;
  readonly test: (address: Address) => boolean;
}

type ShopOptions = { readonly dataset: 'demo' | 'nasty' | 'empty'; readonly customers?: number };

async function shopOf(options: ShopOptions) {
  const mock = frozenMock({ ...options, quota: 1e9 });
  const { call } = await loggedIn(mock);
  const account = mock.account('100001');
  const crawl = async () => {
    const all: Address[] = [];
    for (let pageNo = 1; ; pageNo += 1) {
      const { records } = await call('getAddresses', { recordsOnPage: 100, pageNo });
      all.push(...records);
      if (records.length < 100) return all;
    }
  };
  return { account, call, crawl };
}

type Shop = Awaited<ReturnType<typeof shopOf>>;

/** Changes the shop as another user would, and answers the addresses that it has then, by ID. */
async function disturbed({ account, call }: Shop, random: Random, all: readonly Address[]) {
  if (random.chance(0.3)) account.clock.advance(random.whole(1, 100));
  const ownerIDs = [1, 2, 1002, 1003, 1004, ...all.map((address) => address.ownerID as number)];
  const saved = {
    ownerID: random.pick(ownerIDs),
    typeID: random.whole(1, 3),
    attributeName1: 'door',
    attributeValue1: random.pick(['red', 'blue', 'undefined']),
  };
  const choice = all.length === 0 ? 9 : random.whole(0, 9);
  const { addressID } = choice < 9 ? random.pick(all) : { addressID: undefined };
  if (choice < 2) await call('deleteAddress', { addressID });
  // Owners that are gone are refused; then nothing changes.
  else await call('saveAddress', choice < 6 ? { addressID, ...saved } : saved);
}

const changedAt = (address: Address) => Math.max(address.added, address.lastModified);

function filters(random: Random, all: readonly Address[], isInclusive: boolean): Filter[] {
  // Often one of the last, which the account itself has added.
  const some = random.pick(random.chance(0.5) ? all.slice(-3) : all);
  const since = random.pick([0, -1, 1]) + changedAt(some);
  const addedSince = random.pick([0, -1, 1]) + some.added;
  const typeID = random.pick([some.typeID, 1, 2, 3, 99]);
  const ownerID = random.pick([some.ownerID, 1, 999_999]);
  const addressID = random.pick([some.addressID, 999_999]);
  const [attribute = { attributeName: 'door', attributeValue: random.pick(['red', 'blue', 'green']) }] =
    some.attributes ?? [];
  const { attributeName, attributeValue } = attribute;
  return [
    { fields: { addressID }, test: (address) => address.addressID === addressID },
    { fields: { ownerID }, test: (address) => address.ownerID === ownerID },
    { fields: { typeID }, test: (address) => address.typeID === typeID },
    { fields: { addedSince }, test: (address) => address.added >= addedSince },
    {
      fields: { changedSince: since },
      test: (address) => (isInclusive ? changedAt(address) >= since : changedAt(address) > since),
    },
    {
      fields: { searchAttributeName: attributeName, searchAttributeValue: attributeValue },
      test: (address) =>
        (address.attributes ?? []).some(
          (own: Address) => own.attributeName === attributeName && own.attributeValue === attributeValue,
        ),
    },
  ];
}

/** Some page of the filtered addresses. */
async function expectPage(
  { call }: Shop,
  random: Random,
  all: readonly Address[],
  chosen: readonly Filter[],
) {
  const fields: Fields = Object.assign({}, ...chosen.map((filter) => filter.fields));
  const expected = all.filter((address) => chosen.every((filter) => filter.test(address)));
  const recordsOnPage = random.pick([1, 7, 20, 100]);
  const pageNo = random.whole(1, Math.ceil(expected.length / recordsOnPage + 1));
  const answer = await call('getAddresses', { ...fields, recordsOnPage, pageNo });
  const said = JSON.stringify({ ...fields, recordsOnPage, pageNo });
  expect(answer.status, said).toMatchObject({ errorCode: 0, recordsTotal: expected.length });
  expect(answer.records, said).toEqual(expected.slice((pageNo - 1) * recordsOnPage, pageNo * recordsOnPage));
}

it.each<ShopOptions>([
  { dataset: 'demo' },
  { dataset: 'demo', customers: 2000 },
  { dataset: 'nasty' },
  { dataset: 'empty' },
])('%j: any filters answer the addresses that a plain test of all of them does', async (options) => {
  const answersAlike = fc.asyncProperty(fc.gen(), async (gen) => {
    const random = randomOf(gen);
    const shop = await shopOf(options);
    const isInclusive = random.chance(0.5);
    shop.account.setConfig({ set: { changedSinceInclusive: isInclusive ? 'yes' : 'no' } });
    let all = await shop.crawl();
    expect(all.map(({ addressID }) => addressID)).toEqual(
      all.map(({ addressID }) => addressID).toSorted((left, right) => left - right),
    );
    for (let tried = 0; tried < 34; tried += 1) {
      if (all.length === 0 || random.chance(0.3)) {
        await disturbed(shop, random, all);
        all = await shop.crawl();
      }
      if (all.length === 0) continue;
      const chosen = filters(random, all, isInclusive).filter(() => random.chance(0.35));
      await expectPage(shop, random, all, chosen);
    }
  });
  await fc.assert(answersAlike, propertyRun(1));
});
