import { describe, expect, it } from 'vitest';

import { seller } from '../../../test/sales-documents/seller.ts';

const rows = [{ productID: 1, amount: 2, price: 10 }];

/** IDs of the documents of an answer. */
const idsOf = ({ records }: { readonly records?: readonly { readonly id: number }[] }) =>
  (records ?? []).map(({ id }) => id);

describe('getSalesDocuments', () => {
  it('has rows of one document, of a single match, or when they are asked for', async () => {
    const { call, idOf } = await seller();
    const first = await idOf({ customerID: 1005 }, rows);
    const second = await idOf({ customerID: 1006 }, rows);
    const all = await call('getSalesDocuments');
    expect(idsOf(all)).toEqual([second, first]);
    const hasRows = async (fields: object) => {
      const { records } = await call('getSalesDocuments', fields as never);
      return records.map((record: object) => 'rows' in record);
    };
    expect(await hasRows({})).toEqual([false, false]);
    expect(await hasRows({ getRowsForAllInvoices: 1 })).toEqual([true, true]);
    expect(await hasRows({ id: first })).toEqual([true]);
    expect(await hasRows({ number: all.records[0].number })).toEqual([true]);
    expect(await hasRows({ clientID: 1005 })).toEqual([true]);
    // A page of one is not a single match.
    expect(await hasRows({ recordsOnPage: 1 })).toEqual([false]);
  });

  it('has header IDs as numbers, and those of rows, amounts and flags as texts', async () => {
    const { call, idOf } = await seller();
    const id = await idOf({}, rows);
    const [document] = (await call('getSalesDocuments', { id })).records;
    expect(document).toMatchObject({ id, confirmed: '1', paid: '0', paymentStatus: 'UNPAID' });
    expect(document.rows[0]).toMatchObject({ productID: '1', amount: '2', price: '10', rowNetTotal: 20 });
    expect('added' in document).toBe(false);
    const [dated] = (await call('getSalesDocuments', { id, getAddedTimestamp: 1 })).records;
    expect(dated.added).toBeGreaterThan(0);
    expect(Object.keys(dated)).not.toContain('cost');
  });

  it('is paid by its payments, and unpaid again when one goes', async () => {
    const { account, call, idOf } = await seller();
    const id = await idOf({}, rows);
    const [{ total }] = (await call('getSalesDocuments', { id })).records;
    const payments = account.data('payments');
    const part = payments.insert({ documentID: id, sum: 1, type: 'CASH' });
    payments.insert({ documentID: id, sum: Math.round((total - 1) * 100) / 100, type: 'CARD' });
    const read = async () => {
      const [{ paid, paymentStatus }] = (await call('getSalesDocuments', { id })).records;
      const unpaid = idsOf(await call('getSalesDocuments', { unpaidItemsOnly: 1 }));
      return { paid: Number(paid), paymentStatus, isUnpaid: unpaid.includes(id) };
    };
    expect(await read()).toEqual({ paid: total, paymentStatus: 'PAID', isUnpaid: false });
    payments.remove(part);
    const rest = Math.round((total - 1) * 100) / 100;
    expect(await read()).toEqual({ paid: rest, paymentStatus: 'UNPAID', isUnpaid: true });
  });

  it('shows payer or recipient as the account keeps them apart, and both where customers are asked for', async () => {
    const { account, call, idOf } = await seller();
    const id = await idOf({ customerID: 1005, payerID: 1006, shipToID: 1007 }, rows);
    const read = async (fields = {}) => (await call('getSalesDocuments', { id, ...fields })).records[0];
    const before = await read();
    expect(before).toMatchObject({ clientID: 1005, payerID: 1006 });
    expect(Object.keys(before).filter((field) => /^shipTo|^customerID$/.test(field))).toEqual([]);
    account.data('confParameters').update(1, { invoice_client_is_payer: 1 });
    const after = await read();
    expect(after).toMatchObject({ clientID: 1005, shipToID: 1007 });
    expect(Object.keys(after).filter((field) => /^payer|^customerID$/.test(field))).toEqual([]);
    const both = await read({ getCustomerInformation: 1 });
    expect(both).toMatchObject({ customerID: 1007, payerID: 1006, shipToID: 1007 });
  });

  it('says by what its goods were in stock for, in the currency of the document', async () => {
    const { account, call, idOf } = await seller();
    account.data('currencies').insert({ code: 'USD', rate: 0.5 });
    const id = await idOf({ currencyCode: 'USD', currencyRate: 0.5 }, rows);
    const [{ cost }] = (
      await call('getProductCostForSpecificAmount', { warehouseID: 1, productID1: 1, amount1: 1 })
    ).records;
    const [document] = (await call('getSalesDocuments', { id, getCOGS: 1 })).records;
    expect(Number(document.rows[0].warehouseValue)).toBeCloseTo(cost / 0.5, 6);
    expect(document.cost).toBeCloseTo((2 * cost) / 0.5, 6);
  });

  it('leaves out what credit invoices have taken back', async () => {
    const { call, idOf } = await seller();
    const id = await idOf({}, [...rows, { productID: 2, amount: 1, price: 5 }]);
    const credit = async (productID: number, amount: number) =>
      idOf({ type: 'CREDITINVOICE', creditToDocumentID: id }, [{ productID, amount: -amount, price: 10 }]);
    const left = async () => {
      const asked = { id, nonReturnedItemsOnly: 1 };
      const [document] = (await call('getSalesDocuments', asked)).records;
      return document?.rows.map(({ productID, amount }: Record<string, string>) => [productID, amount]);
    };
    const creditID = await credit(1, 0.5);
    expect(await left()).toEqual([
      ['1', '1.5'],
      ['2', '1'],
    ]);
    await credit(1, 1.5);
    expect(await left()).toEqual([['2', '1']]);
    await credit(2, 1);
    expect(await left()).toBeUndefined();
    await call('deleteSalesDocument', { documentID: creditID });
    expect(await left()).toEqual([['1', '0.5']]);
  });

  it('leaves out rows of gift cards on demand', async () => {
    const { call, idOf, product } = await seller();
    const card = await product({ name: 'Card', isGiftCard: 1, nonStockProduct: 1 });
    const id = await idOf({}, [{ productID: card, amount: 1, price: 20 }, ...rows]);
    const [document] = (await call('getSalesDocuments', { id, excludeGiftCards: 1 })).records;
    expect(document.rows.map(({ productID }: { productID: string }) => productID)).toEqual(['1']);
  });

  it('finds custom numbers only where the account searches these too', async () => {
    const { account, call, idOf } = await seller();
    const id = await idOf({ customNumber: 'A-1' }, rows);
    const found = async () => idsOf(await call('getSalesDocuments', { number: 'A-1' }));
    expect(await found()).toEqual([]);
    account.data('confParameters').update(1, { search_invoice_by_regular_and_custom_number: 1 });
    expect(await found()).toEqual([id]);
  });

  it('answers nothing of the default customer where the account hides those sales', async () => {
    const { account, call, idOf } = await seller();
    const [{ id: clientID }] = (await call('getDefaultCustomer')).records;
    const own = await idOf({ customerID: clientID }, rows);
    const other = await idOf({ customerID: 1006 }, rows);
    const found = async (fields: object) => idsOf(await call('getSalesDocuments', fields as never));
    expect(await found({ clientID })).toEqual([own]);
    account
      .data('confParameters')
      .update(1, { api_getsalesdocuments_default_customer_sales_not_returned: 1 });
    expect(await found({ clientID })).toEqual([]);
    expect(await found({ clientIDs: `${clientID},1006` })).toEqual([other]);
    expect(await found({})).toEqual([other, own]);
  });

  it('refuses locations that the user has no access to with 1064', async () => {
    const { account, call, idOf } = await seller();
    await idOf({ warehouseID: 2 }, rows);
    account.data('users').update(1, { warehouseIDs: [1] });
    for (const field of ['warehouseID', 'warehouseIDs'])
      expect((await call('getSalesDocuments', { [field]: 2 })).status.errorCode, field).toBe(1064);
    expect((await call('getSalesDocuments', { warehouseID: 1 })).status.errorCode).toBe(0);
  });

  it('shows the documents that it is based on and that follow it by number, type and day, and no deleted one', async () => {
    const { call, idOf } = await seller();
    const order = await idOf({ type: 'ORDER' }, rows);
    const invoice = await idOf({ baseDocumentID: order }, rows);
    const read = async (id: number) => (await call('getSalesDocuments', { id })).records[0];
    const [base, followUp] = [await read(order), await read(invoice)];
    const referenceTo = ({ id, number, type, date }: Record<string, unknown>) => ({ id, number, type, date });
    expect(followUp.baseDocuments).toEqual([referenceTo(base)]);
    expect(base.followUpDocuments).toEqual([referenceTo(followUp)]);
    await call('deleteSalesDocument', { documentID: invoice });
    expect((await read(order)).followUpDocuments).toEqual([]);
  });

  it('names money that went back by its payments', async () => {
    const { account, call, idOf } = await seller();
    const id = await idOf({}, rows);
    const credit = await idOf({ type: 'CREDITINVOICE', creditToDocumentID: id }, [
      { productID: 1, amount: -2, price: 10 },
    ]);
    const payments = account.data('payments');
    payments.insert({ documentID: id, sum: 20, type: 'CASH' });
    const back = payments.insert({ documentID: credit, sum: -20, type: 'CASH' });
    const [document] = (await call('getSalesDocuments', { id, getReturnedPayments: 1 })).records;
    expect(document.returnedPayments).toEqual([{ paymentID: back }]);
  });

  it('has links to a page that works for 24 hours', async () => {
    const { mock, account, call, save, product } = await seller();
    const productID = await product({ name: '<Tea & more>' });
    const saved = await save({}, [{ productID, amount: 1, price: 1 }]);
    const id = Number(saved.invoiceID);
    const [{ invoiceLink, receiptLink, number }] = (await call('getSalesDocuments', { id })).records;
    const read = async (link: string) => {
      const answer = await mock.app.request(new URL(link).pathname);
      return { status: answer.status, text: await answer.text() };
    };
    expect(saved).toMatchObject({ invoiceLink, receiptLink });
    for (const link of [invoiceLink, receiptLink]) {
      const page = await read(link);
      expect(page.status).toBe(200);
      expect(page.text).toContain(number);
      expect(page.text).toContain('&lt;Tea &amp; more&gt;');
    }
    const guessed = invoiceLink.replace(/_(\d+)_[0-9a-f]{32}_/, '_$1_00000000000000000000000000000000_');
    expect((await read(guessed)).status).toBe(404);
    account.clock.advance('23h59m59s');
    expect((await read(invoiceLink)).status).toBe(200);
    account.clock.advance('1s');
    expect((await read(invoiceLink)).status).toBe(404);
  });
});
