import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

async function asker() {
  const { call } = await loggedIn(frozenMock());
  const types = async () => (await call('getInvoicePaymentTypes')).records;
  return { call, types };
}

describe('ways in which documents are expected to be paid', () => {
  it('come in one answer, all values inside quotes', async () => {
    const { types } = await asker();
    const known = await types();
    expect(known.map(({ type, paidImmediately }: any) => [type, paidImmediately])).toEqual([
      ['CASH', '1'],
      ['CARD', '1'],
      ['TRANSFER', '0'],
      ['CHECK', '1'],
      ['GIFTCARD', '1'],
    ]);
    expect(new Set(Object.values(known[0]).map((value) => typeof value))).toEqual(new Set(['string']));
  });

  it('are made and edited, beside those of payments', async () => {
    const { call, types } = await asker();
    const saved = await call('saveInvoicePaymentType', {
      type: 'LEASING',
      name: 'Leasing',
      paidImmediately: 1,
    });
    expect(saved.records).toEqual([{ invoicePaymentTypeID: 6 }]);
    await call('saveInvoicePaymentType', { invoicePaymentTypeID: 6, type: 'LEASING', paidImmediately: 0 });
    expect((await types())[5]).toEqual({
      ...{ id: '6', type: 'LEASING', name: 'Leasing', paidImmediately: '0' },
      ...{ added: `${start}`, lastModified: `${start}` },
    });
    expect((await call('getPaymentTypes')).records.map(({ type }: any) => type)).not.toContain('LEASING');
  });

  it.each([
    [{ name: 'X' }, 1010, 'type'],
    [{ type: 'X' }, 1010, 'name'],
    [{ type: 'ELEVENCHARS', name: 'X' }, 1016, 'type'],
    [{ type: 'CASH', name: 'X' }, 1012, 'type'],
    [{ invoicePaymentTypeID: 1, type: 'CARD' }, 1012, 'type'],
    [{ invoicePaymentTypeID: 99, name: 'X' }, 1011, 'invoicePaymentTypeID'],
    [{ type: 'X', name: 'X', paidImmediately: 2 }, 1016, 'paidImmediately'],
  ])('are refused: %o', async (fields, errorCode, errorField) => {
    const { call, types } = await asker();
    const before = await types();
    expect((await call('saveInvoicePaymentType', fields as Fields)).status).toMatchObject({
      errorCode,
      errorField,
    });
    expect(await types()).toEqual(before);
  });
});
