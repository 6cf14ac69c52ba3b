import fc from 'fast-check';
import { expect, it } from 'vitest';

import { type AnyCall, calls, type ListFilter, type SearchDefinition } from '@erply-kit/schemas';
import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { type Fields, frozenMock, loggedIn } from '../../test/ask.ts';
import type { DataControl } from '../control/data/data-control.ts';

type Row = Record<string, any>;
type Test = (row: Row) => boolean;

const lower = (value: unknown) => String(value ?? '').toLowerCase();

/** A time or a day that there is. */
const isSet = (value: unknown) => value !== 0 && value !== '' && value !== null && value !== undefined;

/** What an input means by the call's definition, for one row at a time. */
function testOf(call: AnyCall, name: string, value: number | string): Test {
  const search = (call.searches as Record<string, SearchDefinition> | undefined)?.[name];
  const filter = (call.filters as Record<string, ListFilter> | undefined)?.[name];
  if (name === 'changedSince') return (row) => Math.max(row.added, row.lastModified) >= Number(value);
  if (filter?.by === 'oneOf') return (row) => String(value).split(',').includes(String(row[filter.field]));
  if (filter?.by === 'from') return (row) => row[filter.field] >= value;
  if (filter?.by === 'to') return (row) => isSet(row[filter.field]) && row[filter.field] <= value;
  if (search?.match === 'equals')
    return (row) => search.fields.some((field) => String(row[field] ?? '') === value);
  if (search?.match === 'contains')
    return (row) => search.fields.some((field) => lower(row[field]).includes(lower(value)));
  return (row) => row[name] === value;
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });

/** Texts, days and times by their letters, an unset one first; all else by number. */
const compare = (left: unknown, right: unknown) =>
  [left, right].some((value) => typeof value === 'string')
    ? collator.compare(String(left ?? ''), String(right ?? ''))
    : Number(left) - Number(right);

/** A plain test and sort over all rows, which come by ID. */
function expectedIDs(call: AnyCall, rows: readonly Row[], fields: Fields): number[] {
  const { orderBy = call.order?.orderBy, orderByDir = call.order?.orderByDir, ...filters } = fields;
  const tests = Object.entries(filters).map(([name, value]) => testOf(call, name, value));
  const key = call.table?.key ?? '';
  const field = call.order?.fields[String(orderBy)] ?? key;
  const found = rows
    .filter((row) => tests.every((test) => test(row)))
    .toSorted((left, right) => compare(left[field], right[field]))
    .map((row) => row[key] as number);
  return orderByDir === 'desc' ? found.reverse() : found;
}

/** A piece of a text of some row; `undefined` where it is empty. */
function piece(random: Random, value: unknown): string | undefined {
  const signs = Array.from(String(value ?? '')).filter((sign) => sign.trim() !== '');
  return signs.length === 0 ? undefined : random.pick(signs);
}

/** A value to ask for by an input: mostly one that some row has. */
function valueFor(call: AnyCall, name: string, row: Row, random: Random): string | number | undefined {
  const search = (call.searches as Record<string, SearchDefinition> | undefined)?.[name];
  const filter = (call.filters as Record<string, ListFilter> | undefined)?.[name];
  if (name === 'changedSince') return Math.max(row.added, row.lastModified);
  const value = row[filter?.field ?? search?.fields[0] ?? name];
  if (search?.match === 'contains') return piece(random, value);
  if (value === '' || value === null || value === undefined) return undefined;
  const isDay = filter !== undefined && filter.by !== 'oneOf' && typeof value === 'string';
  if (!isDay && random.chance(0.1)) return typeof value === 'number' ? 999_999 : 'none';
  return value;
}

interface Shop {
  readonly data: DataControl;
  readonly random: Random;
}

/** Changes the table as another user would. */
function disturb(key: string, { data, random }: Shop): void {
  const some = random.pick(data.list());
  const other = random.pick(data.list());
  const { [key]: _, added: __, lastModified: ___, ...fields } = other;
  const names = Object.keys(fields).filter((name) => typeof fields[name] !== 'object' && random.chance(0.3));
  const values = Object.fromEntries(names.map((name) => [name, fields[name]]));
  const change = random.whole(1, 10);
  try {
    if (change < 6) data.update(Number(some[key]), values);
    else if (change < 9) data.insert(values);
    else if (data.list().length > 5) data.remove(Number(some[key]));
  } catch {
    // A field that is read from another table cannot be set: nothing was changed.
  }
}

const lists = {
  getSuppliers: [
    'supplierID',
    'searchName',
    'searchVATNo',
    'searchRegistryCode',
    'supplierManagerID',
    'groupID',
  ],
  getEmployees: ['employeeID', 'searchName'],
  getGiftCards: ['giftCardID', 'code', 'purchasedUnixTimeFrom', 'purchasedUnixTimeTo', 'redeemedUnixTimeTo'],
  getCoupons: ['couponID', 'couponIDs'],
  getIssuedCoupons: [
    ...['uniqueIdentifier', 'couponIDs', 'issuedCustomerID', 'issuedTimestampFrom', 'issuedTimestampTo'],
    ...['redeemedTimestampFrom', 'redeemedTimestampTo', 'redeemedCustomerIDs'],
  ],
  getProductPictures: ['productPictureID', 'productID'],
  getEvents: [
    ...['eventID', 'description', 'statusID', 'typeID', 'customerID', 'customerIDs', 'projectID'],
    ...['startDateTimeFrom', 'startDateTimeUntil', 'endDateTimeFrom', 'endDateTimeUntil'],
  ],
  getProjects: [
    ...['projectID', 'customerID', 'typeID', 'statusID'],
    ...['startDateFrom', 'startDateTo', 'endDateFrom', 'endDateTo'],
  ],
} as const;

it.each(Object.keys(lists) as (keyof typeof lists)[])(
  '%s: any filters in any order answer what a plain test and sort over all records do, whatever is written in between',
  async (name) => {
    const call: AnyCall = calls[name];
    const key = call.table?.key ?? '';
    const inputs = [...lists[name], 'changedSince'].filter((input) => Object.hasOwn(call.input(), input));
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const random = randomOf(gen);
        const mock = frozenMock({ quota: 1e9, products: 60 });
        const { call: ask } = await loggedIn(mock);
        const data = mock.account('100001').data(call.table?.name ?? '');
        for (let tried = 0; tried < 12; tried += 1) {
          for (let writes = random.whole(0, 3); writes > 0; writes -= 1) disturb(key, { data, random });
          mock.account('100001').clock.advance('1s');
          const rows = data.list();
          const chosen = inputs.filter(() => random.chance(0.25));
          const asked = chosen.map(
            (input) => [input, valueFor(call, input, random.pick(rows), random)] as const,
          );
          const fields: Record<string, string | number> = Object.fromEntries(
            asked.filter((pair): pair is readonly [string, string | number] => pair[1] !== undefined),
          );
          if (call.order !== undefined && random.chance(0.7)) {
            fields.orderBy = random.pick(Object.keys(call.order.fields));
            fields.orderByDir = random.pick(['asc', 'desc']);
          }
          const expected = expectedIDs(call, rows, fields);
          const recordsOnPage = random.pick([1, 7, 100]);
          const pageNo = random.whole(1, Math.ceil(expected.length / recordsOnPage) + 1);
          const answer = await ask(name, { ...fields, recordsOnPage, pageNo });
          expect([answer.status.errorCode, answer.status.recordsTotal], JSON.stringify(fields)).toEqual([
            0,
            expected.length,
          ]);
          const shown = answer.records.map((record: Row) => Number(record[key]));
          expect(shown, JSON.stringify({ ...fields, recordsOnPage, pageNo })).toEqual(
            expected.slice((pageNo - 1) * recordsOnPage, pageNo * recordsOnPage),
          );
        }
      }),
      propertyRun(6, 2),
    );
  },
);
