import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn } from '../../../test/ask.ts';

async function asker(mock = frozenMock()) {
  const { call, bulk } = await loggedIn(mock);
  const find = async (fields: Fields): Promise<any[]> => (await call('getIssuedCoupons', fields)).records;
  return { call, bulk, find };
}

describe('CURRENT_INVOICE_ID', () => {
  const requests = [
    { requestName: 'saveIssuedCoupon', couponID: 1, uniqueIdentifier: '1', invoiceID: 'CURRENT_INVOICE_ID' },
    {
      ...{ requestName: 'redeemIssuedCoupon', uniqueIdentifier: '1000100000017919' },
      invoiceID: 'CURRENT_INVOICE_ID',
    },
    {
      ...{ requestName: 'subtractCustomerRewardPoints', customerID: 1003, points: 1 },
      invoiceID: 'CURRENT_INVOICE_ID',
    },
  ];

  it('is refused with 1157 where no sales document was saved in the bulk request', async () => {
    const { bulk } = await asker();
    const answers = (await bulk(requests)).requests;
    expect(answers.map(({ status }: any) => [status.errorCode, status.errorField])).toEqual(
      requests.map(() => [1157, 'invoiceID']),
    );
  });

  it('stands for the sale, whose number coupons and points show', async () => {
    const mock = frozenMock();
    const { bulk, call, find } = await asker(mock);
    const sale = { requestName: 'saveSalesDocument', type: 'CASHINVOICE', customerID: 1003 };
    const answers = (await bulk([{ ...sale, productID1: 1, amount1: 1, price1: 10 }, ...requests])).requests;
    expect(answers.map(({ status }: any) => status.errorCode)).toEqual([0, 0, 0, 0]);
    const { invoiceID, invoiceNo } = answers[0].records[0];
    const issued = { issuedInvoiceID: Number(invoiceID), issuedInvoiceNo: invoiceNo };
    expect(await find({ uniqueIdentifier: '1' })).toMatchObject([issued]);
    const identifier = { uniqueIdentifier: '1000100000017919' };
    const used = { redeemedInvoiceID: Number(invoiceID), redeemedInvoiceNo: invoiceNo };
    expect(await find(identifier)).toMatchObject([used]);
    const shown = { invoiceID: Number(invoiceID), invoiceNo };
    expect((await call('getRedeemedCoupons', identifier)).records).toMatchObject([shown]);
    const { records } = await call('getUsedRewardPointRecords', { customerID: 1003 });
    expect(records.at(-1)).toMatchObject(shown);
  });

  it('names no document, where the account takes such calls all the same', async () => {
    const { bulk, find } = await asker(frozenMock({ set: { currentInvoiceAfterFailure: 'create' } }));
    const answers = (await bulk(requests)).requests;
    expect(answers.map(({ status }: any) => status.errorCode)).toEqual([0, 0, 0]);
    expect(await find({ uniqueIdentifier: '1' })).toMatchObject([{ issuedInvoiceID: 0 }]);
  });
});
