import { expect } from 'vitest';

import type { Random } from '@erply-kit/tooling/property';

import type { MockOptions } from '../../src/index.ts';
import { type Fields, frozenMock, loggedIn } from '../ask.ts';

/** A record as its call answers it. */
export type AnyRecord = Record<string, any>;

/** Inputs of a list call, and a plain test that says which records they choose. */
export interface PlainFilter {
  readonly fields: Fields;
  readonly test: (record: AnyRecord) => boolean;
}

/** A list call, and what its answers are compared with. Nothing of it is taken from the fake. */
export interface ListedTable {
  readonly call: string;
  readonly table: string;
  readonly key: string;
  /** Inputs with which the call answers all records with all that the filters test. */
  readonly all: Fields;
  readonly maxPage: number;
  /** The word of `orderBy` that sorts by the key, where it is another one. */
  readonly keyOrder?: string;
  /** Records that the shop has beside those that it begins with. */
  readonly added?: readonly Record<string, unknown>[];
  /** What each word of `orderBy` sorts by. */
  readonly sortKeys: Readonly<Record<string, (record: AnyRecord) => string | number>>;
  /** Fields that show something of other records, which may have changed since. */
  readonly joinedFields: readonly string[];
  /** Filters that one of the records may pass; an input of its own each, since each is a test by itself. */
  filters(random: Random, all: readonly AnyRecord[], context: unknown): PlainFilter[];
  /** What the filters have to know beside the records. */
  context?(call: Shop['call']): Promise<unknown>;
  /** Fields that another user changes, or gives to a new record. */
  changedFields(random: Random, all: readonly AnyRecord[]): Record<string, unknown>;
}

export const lower = (value: unknown) => String(value ?? '').toLowerCase();

/** Characters of a text from one on. No form can hold the half of one. */
export const part = (text: string, start: number, count: number) =>
  Array.from(text)
    .slice(start, start + count)
    .join('');

/** A piece of a text, or the whole of it. */
export function piece(random: Random, value: unknown): string {
  const text = String(value ?? '');
  const start = random.chance(0.5) ? random.whole(0, Math.max(0, text.length - 1)) : 0;
  return part(text, start, random.whole(1, 6));
}

/** A filter that is equal to a field of the same name. */
export const equal = (field: string, value: any): PlainFilter => ({
  fields: { [field]: value },
  test: (record) => record[field] === value,
});

/** Those that have inputs: an empty one is one that was not filled in. */
export const filledIn = (filters: readonly PlainFilter[]): PlainFilter[] =>
  filters.filter(({ fields }) => Object.values(fields).every((value) => value !== ''));

async function shopOf(listed: ListedTable, options: MockOptions) {
  const { call: name, table, all, key, maxPage, keyOrder = key, added = [] } = listed;
  const mock = frozenMock({ ...options, quota: 1e9 });
  const { call } = await loggedIn(mock);
  const change = mock.account('100001').data(table);
  for (const values of added) change.insert(values);
  const crawl = async () => {
    const found: AnyRecord[] = [];
    for (let pageNo = 1; ; pageNo += 1) {
      const page = { ...all, orderBy: keyOrder, orderByDir: 'asc', recordsOnPage: maxPage, pageNo };
      const { records } = await call(name, page);
      found.push(...records);
      if (records.length < maxPage) return found;
    }
  };
  return { call, change, crawl };
}

type Shop = Awaited<ReturnType<typeof shopOf>>;

/** Changes the shop as another user would, and answers the records that it has then, by ID. */
async function disturbed(
  { call, change }: Shop,
  random: Random,
  { all, listed }: { all: readonly AnyRecord[]; listed: ListedTable },
): Promise<AnyRecord[]> {
  const { key } = listed;
  const values = listed.changedFields(random, all);
  const choice = random.whole(0, 9);
  let id: number = random.pick(all)[key];
  if (choice < 6) change.update(id, values);
  else if (choice < 8) id = change.insert(values);
  else change.remove(id);
  const { records } = await call(listed.call, { ...listed.all, [key]: id });
  const others = all.filter((record) => record[key] !== id);
  return [...others, ...records].sort((left, right) => left[key] - right[key]);
}

/** IDs of records in an order, by a plain sort. */
function sorted(records: readonly AnyRecord[], { sortKeys, key }: ListedTable, order: Fields): number[] {
  const keyOf = sortKeys[String(order.orderBy)] ?? (() => 0);
  const ids = records
    .toSorted((left, right) => {
      const [one, other] = [keyOf(left), keyOf(right)];
      return one === other ? left[key] - right[key] : one < other ? -1 : 1;
    })
    .map((record) => record[key] as number);
  return order.orderByDir === 'asc' ? ids : ids.reverse();
}

/** Some page of the filtered records in some order. */
async function expectPage(
  { call }: Shop,
  random: Random,
  { all, chosen, listed }: { all: readonly AnyRecord[]; chosen: readonly PlainFilter[]; listed: ListedTable },
): Promise<void> {
  const fields: Fields = Object.assign({}, listed.all, ...chosen.map((filter) => filter.fields));
  const order = {
    orderBy: random.pick(Object.keys(listed.sortKeys)),
    orderByDir: random.pick(['asc', 'desc']),
  };
  const passing = all.filter((record) => chosen.every((filter) => filter.test(record)));
  const expected = sorted(passing, listed, order);
  const recordsOnPage = random.pick([1, 7, listed.maxPage]);
  const pageNo = random.whole(1, Math.ceil(expected.length / recordsOnPage + 1));
  const asked = { ...fields, ...order, recordsOnPage, pageNo };
  const answer = await call(listed.call, asked);
  const said = JSON.stringify(asked);
  expect(answer.status.errorCode, said).toBe(0);
  expect(answer.status.recordsTotal, said).toBe(expected.length);
  const ids = answer.records.map((record: AnyRecord) => record[listed.key]);
  expect(ids, said).toEqual(expected.slice((pageNo - 1) * recordsOnPage, pageNo * recordsOnPage));
}

interface TruthRun {
  readonly listed: ListedTable;
  readonly options: MockOptions;
  /** Requests that are compared. */
  readonly requests: number;
}

/** Asks with combinations of filters while somebody changes the shop: a plain test and sort of all records says what is right. */
export async function expectPlainTruth(
  random: Random,
  { listed, options, requests }: TruthRun,
): Promise<void> {
  const shop = await shopOf(listed, options);
  let all: readonly AnyRecord[] = await shop.crawl();
  const context = await listed.context?.(shop.call);
  for (let tried = 0; tried < requests; ) {
    if (random.chance(0.2)) all = await disturbed(shop, random, { all, listed });
    const chosen = listed.filters(random, all, context).filter(() => random.chance(0.08));
    // A request has each input once.
    const names = chosen.flatMap((filter) => Object.keys(filter.fields));
    if (new Set(names).size < names.length) continue;
    tried += 1;
    await expectPage(shop, random, { all, chosen, listed });
  }
  const own = (records: readonly AnyRecord[]) =>
    records.map((record) => ({
      ...record,
      ...Object.fromEntries(listed.joinedFields.map((field) => [field, ''])),
    }));
  expect(own(all)).toEqual(own(await shop.crawl()));
}
