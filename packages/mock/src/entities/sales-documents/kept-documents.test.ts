import fc from 'fast-check';
import { expect, it } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { frozenMock, loggedIn } from '../../../test/ask.ts';
import type { AccountControl } from '../../index.ts';

/** A part of a name that hardly comes twice. */
const mark = (random: Random) => random.whole(0, 1e9);

/** What may be written of each table that documents show something of. */
const writes: Readonly<Record<string, (account: AccountControl, random: Random) => void>> = {
  customers: (account, random) =>
    account.data('customers').update(random.whole(1001, 1004), { fullName: `C${mark(random)}` }),
  products: (account, random) =>
    account.data('products').update(random.whole(1, 4), { code: `P${mark(random)}` }),
  warehouses: (account, random) => account.data('warehouses').update(1, { name: `W${mark(random)}` }),
  pointsOfSale: (account, random) => account.data('pointsOfSale').update(1, { name: `R${mark(random)}` }),
  employees: (account, random) => account.data('employees').update(1, { fullName: `E${mark(random)}` }),
  deliveryTypes: (account, random) => account.data('deliveryTypes').update(1, { name: `D${mark(random)}` }),
  addresses: (account, random) =>
    account.data('addresses').insert({ ownerID: 1001, typeID: 1, street: `S${mark(random)}` }),
  payments(account, random) {
    const payments = account.data('payments');
    const [some] = payments.list();
    const change = some === undefined ? 'insert' : random.pick(['insert', 'remove', 'update']);
    if (change === 'insert') payments.insert({ documentID: random.whole(1, 6), sum: random.whole(1, 30) });
    else if (change === 'remove') payments.remove(Number(some?.paymentID));
    else payments.update(Number(some?.paymentID), { documentID: random.whole(1, 6) });
  },
  confParameters: (account, random) =>
    account.data('confParameters').update(1, { invoice_client_is_payer: random.whole(0, 1) }),
  salesDocuments(account, random) {
    const documents = account.data('salesDocuments');
    const id = random.whole(1, 6);
    const isThere = documents.list().some((document) => document.id === id);
    if (!isThere) documents.insert(documentFields(id));
    else if (random.chance(0.3)) documents.remove(id);
    else documents.update(id, { notes: `N${mark(random)}`, addressID: random.whole(1, 10) });
  },
};

const documentFields = (id: number) => ({
  ...{ id, clientID: 1000 + id, payerID: 1001, shipToID: 1002, contactID: 1003, addressID: id },
  ...{ warehouseID: 1, pointOfSaleID: 1, employeeID: 1, deliveryTypeID: 1, total: 10, date: '2026-01-01' },
  baseDocuments: [{ id: (id % 6) + 1 }],
  rows: [{ rowID: id, productID: id, amount: 1, price: 10 }],
});

const withoutBlock = ({ returnedPayments: _, ...document }: Record<string, unknown>) => document;

/** Documents as they are kept, and as they are made anew: what has a block is not kept. */
async function expectKept(call: Awaited<ReturnType<typeof loggedIn>>['call'], written: string) {
  for (const asked of [
    {},
    { getRowsForAllInvoices: 1 },
    { getRowsForAllInvoices: 1, getAddedTimestamp: 1 },
  ]) {
    const kept = await call('getSalesDocuments', asked);
    const anew = await call('getSalesDocuments', { ...asked, getReturnedPayments: 1 });
    expect(kept.records, written).toEqual(anew.records.map(withoutBlock));
  }
}

it('answers documents that are kept as they are, whatever they show has been written, in every account', async () => {
  const isAlike = fc.asyncProperty(fc.gen(), async (gen) => {
    const random = randomOf(gen);
    const mock = frozenMock({ products: 40, documents: 0, quota: 1e9 });
    const asking = [await loggedIn(mock, 'a'), await loggedIn(mock, 'b')];
    for (const code of ['a', 'b'])
      for (let id = 1; id <= 6; id += 1) mock.account(code).data('salesDocuments').insert(documentFields(id));
    for (let left = random.whole(1, 12); left > 0; left -= 1) {
      const table = random.pick(Object.keys(writes));
      writes[table]?.(mock.account(random.pick(['a', 'b'])), random);
      for (const { call } of asking) await expectKept(call, table);
    }
  });
  await fc.assert(isAlike, propertyRun(6, 1));
});
