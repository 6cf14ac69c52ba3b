import fc from 'fast-check';
import { it } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import {
  type AnyRecord,
  equal,
  expectPlainTruth,
  filledIn,
  type ListedTable,
  lower,
  type PlainFilter,
  part,
  piece,
} from './plain-truth.ts';

type Group = { readonly customerGroupID: number; readonly parentID: number };

const isContact = (customer: AnyRecord) => customer.companyID > 0;

/** Every customer has one of these, or it is a piece of nothing. */
const searched = ['fullName', 'email', 'phone', 'mobile', 'customerCardNumber'];

const personName = ({ firstName, lastName, fullName }: AnyRecord) =>
  firstName || lastName ? [firstName, lastName].filter(Boolean).join(' ') : fullName;

/** All groups of a tree. */
const flat = (tree: readonly AnyRecord[]): AnyRecord[] =>
  tree.flatMap((group) => [group, ...flat(group.subGroups)]);

/** The group and all groups above it. */
function pathTo(groups: readonly Group[], id: number): number[] {
  const path: number[] = [];
  for (let next: number | undefined = id; next !== undefined && !path.includes(next); ) {
    path.push(next);
    next = groups.find((group) => group.customerGroupID === next)?.parentID;
  }
  return path;
}

function searchFilters(random: Random, some: AnyRecord): PlainFilter[] {
  const start = part(String(some[random.pick(searched)]), 0, random.whole(1, 8));
  const phrase = piece(random, some[random.pick(searched)]);
  const person = part(personName(some), 0, random.whole(1, 8));
  const inPerson = piece(random, personName(some));
  const isPerson = (customer: AnyRecord) => customer.customerType === 'PERSON';
  const exact = (input: string, field: string): PlainFilter => ({
    fields: { [input]: some[field] },
    test: (customer) => customer[field] === some[field],
  });
  // `searchFromMiddle` is of both searches, so that a request has one of them.
  const byName: readonly PlainFilter[] = [
    {
      fields: { searchName: start },
      test: (customer) => searched.some((field) => lower(customer[field]).startsWith(lower(start))),
    },
    {
      fields: { searchName: phrase, searchFromMiddle: 1 },
      test: (customer) => searched.some((field) => lower(customer[field]).includes(lower(phrase))),
    },
    {
      fields: { searchPersonFullName: person },
      test: (customer) => isPerson(customer) && lower(personName(customer)).startsWith(lower(person)),
    },
    {
      fields: { searchPersonFullName: inPerson, searchFromMiddle: 1 },
      test: (customer) => isPerson(customer) && lower(personName(customer)).includes(lower(inPerson)),
    },
  ];
  return filledIn([
    random.pick(byName),
    exact('searchPersonFirstName', 'firstName'),
    exact('searchPersonLastName', 'lastName'),
    exact('searchEmail', 'email'),
    exact('searchMobile', 'mobile'),
    exact('searchVATNo', 'vatNumber'),
    exact('searchCode', 'customerCardNumber'),
    exact('searchRegistryCode', 'code'),
  ]);
}

/** A day of the year from which or up to which people are born. */
const dayOf = (random: Random) =>
  `${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;

function timeFilters(random: Random, some: AnyRecord): PlainFilter[] {
  const [from, to] = [dayOf(random), dayOf(random)];
  const born = ({ birthday }: AnyRecord) => birthday.slice(5);
  const isBetween = (day: string) => (from <= to ? from <= day && day <= to : day >= from || day <= to);
  const since = Math.max(some.added, some.lastModified);
  const ofBirthdays: readonly PlainFilter[] = [
    { fields: { birthdayMonthDayFrom: from }, test: (customer) => born(customer) >= from },
    {
      fields: { birthdayMonthDayTo: to },
      test: (customer) => born(customer) !== '' && born(customer) <= to,
    },
    {
      fields: { birthdayMonthDayFrom: from, birthdayMonthDayTo: to },
      test: (customer) => born(customer) !== '' && isBetween(born(customer)),
    },
  ];
  return [
    random.pick(ofBirthdays),
    { fields: { createdUnixTimeFrom: some.added }, test: (customer) => customer.added >= some.added },
    {
      fields: { createdUnixTimeTo: some.added },
      test: (customer) => customer.added > 0 && customer.added <= some.added,
    },
    {
      fields: { changedSince: since },
      test: (customer) => Math.max(customer.added, customer.lastModified) >= since,
    },
  ];
}

function choiceFilters(random: Random, all: readonly AnyRecord[], groups: readonly Group[]): PlainFilter[] {
  const some = random.pick(all);
  const having = (field: string) => random.pick([...all.filter((one) => one[field]), some])[field];
  const [manager, colour] = [having('customerManagerID'), having('colorStatus')];
  const root = random.pick(groups).customerGroupID;
  const ids = [some.customerID, random.pick(all).customerID, 999_999];
  const [attribute = { attributeName: 'none', attributeValue: 'x' }] = some.attributes ?? [];
  const { attributeName, attributeValue } = attribute;
  return filledIn([
    equal('groupID', some.groupID),
    {
      fields: { groupIDWithSubgroups: root },
      test: (customer) => pathTo(groups, customer.groupID).includes(root) || customer.groupID === root,
    },
    equal('payerID', having('payerID')),
    { fields: { clientManagerID: manager }, test: (customer) => customer.customerManagerID === manager },
    equal('flagStatus', random.pick([0, 1])),
    equal('colorStatus', colour),
    { fields: { getPOSDefaultCustomers: 1 }, test: (customer) => customer.isPOSDefaultCustomer === 1 },
    { fields: { getPOSDefaultCustomers: 0 }, test: () => true },
    { fields: { customerIDs: ids.join() }, test: ({ customerID }) => ids.includes(customerID) },
    { fields: { mode: 'CUSTOMERS' }, test: (customer) => !isContact(customer) },
    { fields: { mode: 'CONTACTS' }, test: isContact },
    {
      fields: { searchAttributeName: attributeName, searchAttributeValue: attributeValue },
      test: (customer) =>
        (customer.attributes ?? []).some(
          (own: typeof attribute) =>
            own.attributeName === attributeName && own.attributeValue === attributeValue,
        ),
    },
  ]);
}

/** As names are sorted: whatever their case and accents. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const customers: ListedTable = {
  call: 'getCustomers',
  table: 'customers',
  key: 'customerID',
  all: { mode: 'ALL', responseMode: 'detail' },
  maxPage: 100,
  joinedFields: ['employerName'],
  sortKeys: {
    customerID: (customer) => customer.customerID,
    name: (customer) => plain(customer.fullName),
    group: (customer) => customer.groupID,
    lastChanged: (customer) => customer.lastModified,
  },
  async context(call) {
    const { records } = await call('getCustomerGroups');
    return flat(records);
  },
  filters: (random, all, groups) => [
    ...searchFilters(random, random.pick(all)),
    ...timeFilters(random, random.pick(all)),
    ...choiceFilters(random, all, groups as readonly Group[]),
  ],
  changedFields(random, all) {
    const [some, other] = [random.pick(all), random.pick(all)];
    const attribute = { attributeName: 'a', attributeType: 'text', attributeValue: random.pick(['1', '2']) };
    return {
      customerType: other.customerType,
      ...{ fullName: `${other.fullName}!`, firstName: other.firstName, lastName: other.lastName },
      ...{ email: random.pick(['', some.email, 'ünal@example.test']), mobile: other.mobile },
      ...{ code: random.pick(['', '4711', other.code]), customerCardNumber: some.customerCardNumber },
      ...{ groupID: other.groupID, companyID: random.pick([0, some.customerID]) },
      ...{ payerID: random.pick([0, 1001]), customerManagerID: random.pick([0, 1]) },
      ...{ flagStatus: random.pick([0, 1]), colorStatus: random.pick(['', 'red']) },
      birthday: random.pick([null, '2000-02-29', '1999-12-31']),
      isPOSDefaultCustomer: random.chance(0.1) ? 1 : 0,
      attributes: [attribute],
    };
  },
};

it.each([
  { dataset: 'demo' as const },
  { dataset: 'nasty' as const },
  { dataset: 'demo' as const, customers: 3000 },
])('%j: any filters in any order answer what a plain test and sort over all records do', async (options) => {
  const answersAlike = fc.asyncProperty(fc.gen(), (gen) =>
    expectPlainTruth(randomOf(gen), { listed: customers, options, requests: 34 }),
  );
  await fc.assert(answersAlike, propertyRun(1));
});
