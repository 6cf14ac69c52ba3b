import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { type Fields, frozenMock, loggedIn } from '../../../test/ask.ts';

/** A document as the plain model has it: all of it is looked at each time. */
interface PlainDocument {
  readonly id: number;
  readonly type: string;
  readonly isConfirmed: boolean;
  readonly baseID: number;
  readonly warehouseID: number;
  readonly amounts: Readonly<Record<number, number>>;
}

const products = [1, 2];
const types = [
  'PRCORDER',
  'PRCORDER',
  'PRCINVOICE',
  'CASHPRCINVOICE',
  'PRCWAYBILL',
  'PRCINVOICEONLY',
  'PRCRETURN',
];
const bringing = ['PRCINVOICE', 'CASHPRCINVOICE', 'PRCWAYBILL'];

const step = fc.record({
  kind: fc.constantFrom('save', 'save', 'save', 'edit', 'edit', 'delete'),
  type: fc.constantFrom(...types),
  isConfirmed: fc.constantFrom(true, true, false),
  which: fc.nat({ max: 20 }),
  warehouseID: fc.constantFrom(1, 2),
  amounts: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 })),
});

type Step = typeof step extends fc.Arbitrary<infer TStep> ? TStep : never;

/** So that there is something to receive from the start. */
const firstOrder: Step = {
  ...{ kind: 'save', type: 'PRCORDER', isConfirmed: true, which: 0, warehouseID: 1 },
  amounts: [9, 9] as [number, number],
};

/** What is received of an order. */
const received = (documents: readonly PlainDocument[], order: PlainDocument, productID: number) =>
  documents
    .filter(({ type, isConfirmed, baseID }) => isConfirmed && baseID === order.id && bringing.includes(type))
    .reduce((sum, { amounts }) => sum + (amounts[productID] ?? 0), 0);

function plainPending(documents: readonly PlainDocument[], productID: number, warehouseID: number): number {
  return documents
    .filter((one) => one.type === 'PRCORDER' && one.isConfirmed && one.warehouseID === warehouseID)
    .reduce(
      (sum, order) =>
        sum + Math.max(0, (order.amounts[productID] ?? 0) - received(documents, order, productID)),
      0,
    );
}

function plainStatus(documents: readonly PlainDocument[], order: PlainDocument): string {
  const goods = products.filter((id) => (order.amounts[id] ?? 0) > 0);
  const open = goods.filter((id) => received(documents, order, id) < (order.amounts[id] ?? 0));
  const isReceived = documents.some(
    ({ type, isConfirmed, baseID }) => isConfirmed && baseID === order.id && bringing.includes(type),
  );
  if (!isReceived) return 'PENDING';
  if (open.length === 0) return 'RECEIVED';
  return goods.some((id) => received(documents, order, id) > 0) ? 'PARTIALLY_RECEIVED' : 'PENDING';
}

const pick = <TValue>(values: readonly TValue[], which: number) => values[which % values.length];

/** The document that a step would save. */
function planned(
  documents: readonly PlainDocument[],
  { type, isConfirmed, which, warehouseID, amounts }: Step,
) {
  const order = pick(
    documents.filter((one) => one.type === 'PRCORDER'),
    which,
  );
  const sign = type === 'PRCRETURN' ? -1 : 1;
  const [first, second] = amounts;
  return {
    ...{ type, isConfirmed, warehouseID, amounts: { 1: sign * first, 2: sign * second } },
    baseID: type === 'PRCORDER' ? 0 : (order?.id ?? 0),
  };
}

const fieldsOf = ({
  type,
  isConfirmed,
  baseID,
  warehouseID,
  amounts,
}: Omit<PlainDocument, 'id'>): Fields => ({
  ...{ type, warehouseID, confirmInvoice: isConfirmed ? 1 : 0, baseDocumentIDs: baseID },
  ...Object.fromEntries(
    products.flatMap((id) => [
      [`productID${id}`, id],
      [`amount${id}`, amounts[id] ?? 0],
      [`price${id}`, 1],
    ]),
  ),
});

async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  const supplierID = account.data('suppliers').insert({ fullName: 'Main Goods', companyName: 'Main Goods' });
  for (const _ of products) account.data('products').insert({ groupID: 1, price: 1 });
  account.data('warehouses').insert({ name: 'Second' });
  account.data('confParameters').update(1, { use_purchase_waybills: 1 });
  const { call } = await loggedIn(mock);
  const head = { supplierID, no: '1', currencyCode: 'EUR' };
  return { call, head };
}

type Call = Awaited<ReturnType<typeof shop>>['call'];

/** What getProducts, getAmountsOnOrder and getPurchaseDocuments say of orders. */
async function said(call: Call) {
  const asked = { getStockInfo: 1, orderBy: 'productID', orderByDir: 'asc' };
  const { records } = await call('getProducts', asked);
  const orders = (
    await call('getPurchaseDocuments', { type: 'PRCORDER', recordsOnPage: 100, orderByDir: 'asc' })
  ).records;
  const amounts = (await call('getAmountsOnOrder', { getOnlyConfirmedPurchaseOrders: 1 })).records;
  return {
    pending: records.map(({ warehouses }: any) => [warehouses[1].orderPending, warehouses[2].orderPending]),
    statuses: orders.map(({ id, status }: any) => [id, status]),
    amounts: Object.fromEntries(amounts.map(({ productID, amount }: any) => [productID, amount])),
  };
}

function expected(documents: readonly PlainDocument[]) {
  const pending = products.map((id) => [1, 2].map((place) => plainPending(documents, id, place)));
  const sums = products.map(
    (id, index) => [id, (pending[index] as number[]).reduce((a, b) => a + b)] as const,
  );
  return {
    pending,
    statuses: documents
      .filter(({ type }) => type === 'PRCORDER')
      .map((order) => [order.id, plainStatus(documents, order)]),
    amounts: Object.fromEntries(sums.filter(([, sum]) => sum !== 0)),
  };
}

it('what orders wait for, and how far they are, is what a plain count of all documents says', async () => {
  const run = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 16 }), async (steps) => {
    const { call, head } = await shop();
    let documents: readonly PlainDocument[] = [];
    for (const one of [firstOrder, ...steps]) {
      const target = pick(documents, one.which);
      if (one.kind === 'save') {
        const made = planned(documents, one);
        const { status, records } = await call('savePurchaseDocument', { ...head, ...fieldsOf(made) });
        expect(status.errorCode).toBe(0);
        documents = [...documents, { ...made, id: records[0].invoiceID }];
      } else if (target !== undefined && one.kind === 'edit') {
        const others = planned(documents, { ...one, type: target.type });
        const baseID = others.baseID === target.id ? 0 : others.baseID;
        const edited = { ...others, baseID, id: target.id };
        const { status } = await call('savePurchaseDocument', { id: target.id, ...fieldsOf(edited) });
        expect([0, 1017]).toContain(status.errorCode);
        if (status.errorCode === 0)
          documents = documents.map((document) => (document === target ? edited : document));
      } else if (target !== undefined) {
        const { status } = await call('deletePurchaseDocument', { documentID: target.id });
        expect(status.errorCode).toBe(documents.some(({ baseID }) => baseID === target.id) ? 1022 : 0);
        if (status.errorCode === 0) documents = documents.filter((document) => document !== target);
      }
      expect(await said(call)).toEqual(expected(documents));
    }
  });
  await fc.assert(run, propertyRun(15, 6));
});
