import fc from 'fast-check';
import { it } from 'vitest';

import {
  caseCount,
  propertyRun,
  propertyScale,
  type Random,
  randomOf,
  seededRandom,
} from '@erply-kit/tooling/property';

import {
  type AnyRecord,
  equal,
  expectPlainTruth,
  filledIn,
  type ListedTable,
  type PlainFilter,
  part,
} from './plain-truth.ts';

const types = ['INVWAYBILL', 'CASHINVOICE', 'ORDER', 'CREDITINVOICE'];
const states = ['PENDING', 'READY', 'FULFILLED', 'CANCELLED'];
const attributes = [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }];

const dayOf = (random: Random) =>
  `2026-0${random.whole(1, 6)}-${String(random.whole(1, 28)).padStart(2, '0')}`;

/** A document as somebody may have saved it. */
function documentFields(random: Random): Record<string, unknown> {
  const row = (index: number) => ({
    ...{ rowID: index + 1, productID: random.whole(0, 12), amount: 1, price: 2 },
    deliveryDate: random.pick([null, dayOf(random)]),
  });
  return {
    ...{ type: random.pick(types), invoiceState: random.pick(states), confirmed: random.pick([0, 1]) },
    ...{ clientID: 1001 + random.whole(0, 9), employeeID: random.whole(0, 2), payerID: random.whole(0, 2) },
    ...{ warehouseID: random.whole(1, 3), pointOfSaleID: random.whole(0, 2), projectID: random.whole(0, 1) },
    number: String(random.whole(100_000, 100_099)),
    ...{ date: dayOf(random), deliveryDate: random.pick([null, dayOf(random)]) },
    ...{ paymentDays: random.whole(0, 30), total: random.whole(0, 1) },
    referenceNumber: random.pick(['', '77', '78']),
    attributes: random.pick([[], attributes]),
    rows: Array.from({ length: random.whole(0, 3) }, (_, index) => row(index)),
  };
}

const isWithin = (day: string, from: string, to: string) => day !== '' && day >= from && day <= to;

function dueDate({ date, paymentDays }: AnyRecord): string {
  const due = new Date(`${date}T00:00:00Z`);
  due.setUTCDate(due.getUTCDate() + Number(paymentDays));
  return due.toISOString().slice(0, 10);
}

/** A span of days by which a document or one of its rows is chosen. */
function span(random: Random, name: string, daysOf: (document: AnyRecord) => string[]): PlainFilter {
  const [from = '', to = ''] = [dayOf(random), dayOf(random)].sort();
  const [start, end] = random.pick([
    [from, to],
    [from, '9'],
    ['0', to],
  ]);
  const fields = {
    ...(start === '0' ? {} : { [`${name}From`]: from }),
    ...(end === '9' ? {} : { [`${name}To`]: to }),
  };
  return { fields, test: (document) => daysOf(document).some((day) => isWithin(day, start, end)) };
}

const dayFilters = (random: Random): PlainFilter[] => [
  span(random, 'date', ({ date }) => [date]),
  span(random, 'deliveryDate', ({ deliveryDate }) => [deliveryDate]),
  span(random, 'dueDate', (document) => [dueDate(document)]),
  span(random, 'rowDeliveryDate', ({ rows }) => rows.map((row: AnyRecord) => row.deliveryDate)),
];

function choiceFilters(random: Random, some: AnyRecord, all: readonly AnyRecord[]): PlainFilter[] {
  const ids = [some.id, random.pick(all).id, 999_999];
  const products = [random.whole(1, 12), random.whole(1, 12)];
  const sells = (document: AnyRecord, wanted: readonly number[]) =>
    document.rows.some(({ productID }: AnyRecord) => wanted.includes(Number(productID)));
  const changed = Math.max(some.added, some.lastModified);
  const start = part(some.number, 0, random.whole(4, 6));
  return filledIn([
    ...['clientID', 'employeeID', 'warehouseID', 'pointOfSaleID', 'projectID', 'type', 'payerID'].map(
      (field) => equal(field, some[field]),
    ),
    equal('referenceNumber', some.referenceNumber),
    equal('number', some.number),
    equal('invoiceState', some.invoiceState),
    { fields: { ids: ids.join() }, test: ({ id }) => ids.includes(id) },
    { fields: { types: 'ORDER,CASHINVOICE' }, test: ({ type }) => ['ORDER', 'CASHINVOICE'].includes(type) },
    { fields: { confirmed: Number(some.confirmed) }, test: ({ confirmed }) => confirmed === some.confirmed },
    { fields: { invoiceState: 'NOT_CANCELLED' }, test: ({ invoiceState }) => invoiceState !== 'CANCELLED' },
    {
      fields: { getUnfulfilledDocuments: 1 },
      test: ({ invoiceState }) => !['FULFILLED', 'CANCELLED'].includes(invoiceState),
    },
    { fields: { unpaidItemsOnly: 1 }, test: ({ total }) => total > 0 },
    { fields: { productID: products[0] ?? 1 }, test: (document) => sells(document, products.slice(0, 1)) },
    { fields: { productIDs: products.join() }, test: (document) => sells(document, products) },
    {
      fields: { clientIDs: '1001,1003' },
      test: ({ clientID }) => [1001, 1003].includes(clientID),
    },
    {
      fields: { numberOrCustomer: start },
      test: ({ number, clientName }) => number.startsWith(start) || clientName.startsWith(start),
    },
    {
      fields: { searchAttributeName1: 'a', searchAttributeValue1: '1' },
      test: (document) => document.attributes !== undefined && document.attributes.length > 0,
    },
    {
      fields: { changedSince: changed },
      test: (document) => Math.max(document.added, document.lastModified) >= changed,
    },
  ]);
}

const truthOf = (documents: number): ListedTable => {
  const seeded = seededRandom(documents);
  return {
    call: 'getSalesDocuments',
    table: 'salesDocuments',
    key: 'id',
    keyOrder: 'documentID',
    added: Array.from({ length: documents }, () => documentFields(seeded)),
    all: { getRowsForAllInvoices: 1, getAddedTimestamp: 1 },
    maxPage: 100,
    joinedFields: [],
    sortKeys: {
      documentID: ({ id }) => id,
      dateAndNumber: ({ date, number }) => `${date} ${number}`,
    },
    filters(random, all) {
      const some = random.pick(all);
      return [...dayFilters(random), ...choiceFilters(random, some, all)];
    },
    changedFields: (random) => documentFields(random),
  };
};

// With more than 2,000 changed records, spans of days and of changes are found by orders that are kept up with writes.
const counts = propertyScale > 1 ? [120, 2100] : [120];

it.each(counts.map((documents) => ({ documents })))(
  'any filters of sales documents in any order answer what a plain test and sort over all of them do: %j',
  async ({ documents }) => {
    const answersAlike = fc.asyncProperty(fc.gen(), (gen) =>
      expectPlainTruth(randomOf(gen), {
        listed: truthOf(documents),
        options: { products: 40, documents: 0 },
        requests: caseCount(34, 20),
      }),
    );
    await fc.assert(answersAlike, propertyRun(1));
  },
);
