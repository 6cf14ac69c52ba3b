import { describe, expect, it } from 'vitest';

import { start } from '../../../test/ask.ts';
import { date, invoice, payingShop, time } from '../../../test/payments/paying-shop.ts';
import { demoUser } from '../../account/user.ts';
import { indexPayments, paidFields, paidOf } from './paid-of.ts';
import { payInFull } from './pay-in-full.ts';

describe('what is paid of a document', () => {
  it('follows its payments, to the cent and in its currency, and the document counts as changed', async () => {
    const { mock, inside, call, save, document, documentOf } = await payingShop();
    const paid = () => paidFields(inside(), document);
    expect(paid()).toEqual({ paid: 0, paymentStatus: 'UNPAID' });
    mock.clock.advance(60);
    await save({ documentID: document, sum: 0.1 });
    await save({ documentID: document, sum: 0.2 });
    expect(paid()).toEqual({ paid: 0.3, paymentStatus: 'UNPAID' });
    expect(documentOf(document)).toMatchObject({ lastModified: start + 60, lastModifierUsername: 'demo' });
    await save({ documentID: document, sum: 110.78, currencyCode: 'USD' });
    expect(paid()).toEqual({ paid: 100, paymentStatus: 'PAID' });
    mock.clock.advance(60);
    await call('deletePayment', { paymentID: 2 });
    expect(paid()).toEqual({ paid: 99.8, paymentStatus: 'UNPAID' });
    expect(documentOf(document).lastModified).toBe(start + 120);
  });

  it('of a credit invoice is all of it when all of it went back', async () => {
    const { inside, save, documents } = await payingShop();
    const credit = documents.insert({ ...invoice, type: 'CREDITINVOICE', total: -40 });
    expect(paidFields(inside(), credit)).toEqual({ paid: 0, paymentStatus: 'UNPAID' });
    await save({ documentID: credit, type: 'CASH', sum: -40 });
    expect(paidFields(inside(), credit)).toEqual({ paid: -40, paymentStatus: 'PAID' });
  });

  it('is of every payment that there is of it, once they moved from another document', async () => {
    const { inside, save, document, other, documentOf } = await payingShop();
    const paymentID = await save({ documentID: document, sum: 7 });
    await save({ paymentID, documentID: other });
    expect([paidOf(inside(), document), paidOf(inside(), other)]).toEqual([0, 7]);
    expect([documentOf(document).lastModified, documentOf(other).lastModified]).toEqual([start, start]);
  });

  it('is paid in full at once, in the way that the document expects', async () => {
    const { inside, save, find, documents, document, other } = await payingShop();
    const context = { account: inside(), user: demoUser } as never;
    documents.update(document, { paymentType: 'CARD', currencyCode: 'GBP', currencyRate: 1.2 });
    await save({ documentID: document, sum: 30 });
    expect(payInFull(context, document, 'At once')).toBe(2);
    expect(payInFull(context, document)).toBeUndefined();
    documents.update(other, { paymentType: 'LEASING', payerID: 1005 });
    payInFull(context, other);
    const common = { date, time };
    expect(await find()).toMatchObject([
      { sum: '30', currencyCode: 'GBP' },
      {
        ...common,
        sum: '70',
        type: 'CARD',
        customerID: 1003,
        currencyCode: 'GBP',
        currencyRate: '1.2',
        info: 'At once',
      },
      { ...common, sum: '100', type: 'TRANSFER', customerID: 1005, documentID: other },
    ]);
    expect(paidFields(inside(), document).paymentStatus).toBe('PAID');
  });

  it('is free of a document that is deleted: its payments stay as deposits', async () => {
    const { inside, save, find, ids, documents, document } = await payingShop();
    const paymentID = await save({ documentID: document, sum: 7 });
    await indexPayments(inside());
    documents.remove(document);
    expect(await find()).toMatchObject([
      { paymentID, documentID: 0, customerID: 1003, sum: '7', lastModified: start },
    ]);
    expect(await ids({ documentID: 0 })).toEqual([paymentID]);
  });
});
