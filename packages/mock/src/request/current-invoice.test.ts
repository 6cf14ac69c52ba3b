import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn } from '../../test/ask.ts';
import { defaultSwitches } from '../config/switches.ts';
import { CurrentInvoice } from './current-invoice.ts';

const parameters = new Map([
  ['documentID', 'CURRENT_INVOICE_ID'],
  ['sum', '5'],
]);
const resolve = (invoice: CurrentInvoice, current: 'refuse' | 'create' = 'refuse') =>
  invoice.resolve(parameters, { ...defaultSwitches, currentInvoiceAfterFailure: current });

describe('CURRENT_INVOICE_ID', () => {
  it('stands for the document that the last saveSalesDocument of the bulk request has made', () => {
    const invoice = new CurrentInvoice();
    invoice.follow('saveSalesDocument', { errorCode: 0, answer: { records: ['{"invoiceID":77}'] } });
    invoice.follow('savePayment', { errorCode: 1010 });
    const expected = new Map([...parameters, ['documentID', '77']]);
    expect(resolve(invoice)).toEqual({ parameters: expected });
    invoice.follow('saveSalesDocument', {
      errorCode: 0,
      answer: { records: [Buffer.from('{"invoiceID":78}')] },
    });
    expect(resolve(invoice)).toEqual({ parameters: new Map([...parameters, ['documentID', '78']]) });
  });

  it('is refused with 1157 after a failure or without a document, and with 1158 after a duplicate', () => {
    const invoice = new CurrentInvoice();
    expect(resolve(invoice)).toEqual({ code: 1157, field: 'documentID' });
    invoice.follow('saveSalesDocument', { errorCode: 1206 });
    expect(resolve(invoice)).toEqual({ code: 1158, field: 'documentID' });
    invoice.follow('saveSalesDocument', { errorCode: 1010 });
    expect(resolve(invoice)).toEqual({ code: 1157, field: 'documentID' });
  });

  it('is left out after a failure where that is set, so that the call runs without it', () => {
    expect(resolve(new CurrentInvoice(), 'create')).toEqual({ parameters: new Map([['sum', '5']]) });
  });

  it('is refused in a bulk request over the wire, and the rest still runs', async () => {
    const requests = [
      { requestName: 'saveSalesDocument', requestID: 1, customerID: 99_999 },
      { requestName: 'getProducts', requestID: 2, productID: 'CURRENT_INVOICE_ID' },
      { requestName: 'getProducts', requestID: 3, recordsOnPage: 1 },
    ];
    const { bulk } = await loggedIn(frozenMock());
    const statuses = (await bulk(requests)).requests.map((item: any) => item.status);
    expect(statuses).toMatchObject([
      { requestID: 1, errorCode: 1011, errorField: 'customerID' },
      { requestID: 2, errorCode: 1157, errorField: 'productID' },
      { requestID: 3, errorCode: 0 },
    ]);
    const other = await loggedIn(frozenMock({ set: { currentInvoiceAfterFailure: 'create' } }));
    expect((await other.bulk(requests)).requests[1].status).toMatchObject({ errorCode: 0 });
  });
});
