import fc from 'fast-check';
import { expect, it } from 'vitest';

import { caseCount, propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { frozenMock, loggedIn } from '../../test/ask.ts';

type Shop = Awaited<ReturnType<typeof shopOf>>;
type AnyRecord = Record<string, any>;

/** More than 2,000 of each kind pass a filter: fewer are found by the index alone. */
const count = 4300;

const dayOf = (month: number) => `2026-0${month}-15`;

const documentFields = (random: Random) => ({
  ...{ type: random.pick(['CASHINVOICE', 'ORDER']), confirmed: random.whole(0, 1) },
  ...{
    warehouseID: random.whole(1, 2),
    date: dayOf(random.whole(1, 2)),
    number: String(random.whole(1, 999)),
  },
});

const questions: readonly Record<string, string | number>[] = [
  { type: 'CASHINVOICE' },
  { types: 'ORDER,CREDITINVOICE' },
  { confirmed: 1 },
  { warehouseID: 2, orderBy: 'dateAndNumber' },
  { dateFrom: dayOf(2) },
  { dateTo: dayOf(1), orderBy: 'dateAndNumber', orderByDir: 'asc' },
  { type: 'CASHINVOICE', confirmed: 1 },
];

/** A shop, and its documents as the test knows them. Half of them have each value. */
async function shopOf() {
  const mock = frozenMock({ products: 40, documents: 0, quota: 1e9, journal: 'off' });
  const { call } = await loggedIn(mock);
  const documents = mock.account('100001').data('salesDocuments');
  const all = new Map<number, AnyRecord>();
  const insert = (fields: AnyRecord) => {
    const id = documents.insert(fields);
    all.set(id, { ...fields, id });
  };
  const update = (id: number, fields: AnyRecord) => {
    documents.update(id, fields);
    all.set(id, { ...fields, id });
  };
  const remove = (id: number) => {
    documents.remove(id);
    all.delete(id);
  };
  for (let made = 0; made < count; made += 1)
    insert({
      ...{ type: made % 2 ? 'CASHINVOICE' : 'ORDER', confirmed: Math.floor(made / 2) % 2 },
      ...{ warehouseID: 1 + (made % 2), date: dayOf(1 + (made % 2)), number: String(made % 1000) },
    });
  return { call, all, insert, update, remove };
}

const passes = (document: AnyRecord, asked: Record<string, string | number>) =>
  (asked.type === undefined || document.type === asked.type) &&
  (asked.types === undefined || String(asked.types).split(',').includes(document.type)) &&
  (asked.confirmed === undefined || document.confirmed === asked.confirmed) &&
  (asked.warehouseID === undefined || document.warehouseID === asked.warehouseID) &&
  (asked.dateFrom === undefined || document.date >= asked.dateFrom) &&
  (asked.dateTo === undefined || document.date <= asked.dateTo);

/** What a plain test and sort of all documents answers. */
function plain(all: readonly AnyRecord[], asked: Record<string, string | number>): number[] {
  const inOrder = ({ id, date, number }: AnyRecord) =>
    (asked.orderBy === 'dateAndNumber' ? `${date} ${String(number).padStart(9, '0')} ` : '') +
    String(id).padStart(9, '0');
  const ids = all
    .filter((document) => passes(document, asked))
    .map((document) => ({ key: inOrder(document), id: document.id as number }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ id }) => id);
  return asked.orderByDir === 'asc' ? ids : ids.reverse();
}

function write({ all, insert, update, remove }: Shop, random: Random): void {
  const id = random.whole(1, count);
  const change = all.has(id) ? random.pick(['insert', 'update', 'update', 'update', 'remove']) : 'insert';
  if (change === 'insert') insert(documentFields(random));
  else if (change === 'update') update(id, documentFields(random));
  else remove(id);
}

async function expectPlainAnswer({ call, all }: Shop, random: Random): Promise<void> {
  const asked = random.pick(questions);
  const expected = plain([...all.values()], asked);
  const pageNo = random.pick([1, 2, Math.ceil(expected.length / 20)]);
  const { status, records } = await call('getSalesDocuments', { ...asked, recordsOnPage: 20, pageNo });
  const said = JSON.stringify(asked);
  expect(status.recordsTotal, said).toBe(expected.length);
  expect(
    records.map(({ id }: AnyRecord) => id),
    said,
  ).toEqual(expected.slice((pageNo - 1) * 20, pageNo * 20));
}

it('a question that is asked again after writes is answered as a plain test and sort of all rows does', async () => {
  const shop = await shopOf();
  const answersAlike = fc.asyncProperty(fc.gen(), async (gen) => {
    const random = randomOf(gen);
    for (let turns = caseCount(200, 15); turns > 0; turns -= 1) {
      // At times more than are known one by one.
      const writes = random.chance(0.02) ? 2100 : random.whole(0, 3);
      for (let made = 0; made < writes; made += 1) write(shop, random);
      await expectPlainAnswer(shop, random);
    }
  });
  await fc.assert(answersAlike, propertyRun(1));
});
