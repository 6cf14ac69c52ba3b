import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

async function asker() {
  const mock = frozenMock();
  const { call } = await loggedIn(mock);
  const types = async (): Promise<any[]> => (await call('getPaymentTypes')).records;
  const refusal = async (fields: Fields) => {
    const { status } = await call('savePaymentType', fields);
    return [status.errorCode, status.errorField];
  };
  return { mock, call, types, refusal };
}

describe('payment types', () => {
  it('are those whose codes have a meaning, and more can be made and edited', async () => {
    const { mock, call, types } = await asker();
    const builtIn = ['CASH', 'CARD', 'CREDIT', 'GIFTCARD', 'CHECK', 'TRANSFER', 'TIP'];
    expect((await types()).map(({ type }) => type)).toEqual(builtIn);
    const voucher = {
      type: 'VOUCHER',
      nameENG: 'Voucher',
      print_nameENG: 'Vchr',
      print_nameEST: 'Kinkekaart',
    };
    expect((await call('savePaymentType', voucher)).records).toEqual([{ paymentTypeID: 8 }]);
    const made = { id: '8', type: 'VOUCHER', name: 'Voucher', print_name: 'Vchr', added: String(start) };
    expect((await types()).at(-1)).toEqual({ ...made, quickBooksDebitAccount: '', lastModified: '0' });
    mock.clock.advance(5);
    await call('savePaymentType', { paymentTypeID: 8, print_name: 'V', quickBooksDebitAccount: '1100' });
    const edited = {
      ...made,
      print_name: 'V',
      quickBooksDebitAccount: '1100',
      lastModified: String(start + 5),
    };
    expect((await types()).at(-1)).toEqual(edited);
  });

  it('need a code and a name, and no two have the same code', async () => {
    const { call, types, refusal } = await asker();
    expect(await refusal({ name: 'x' })).toEqual([1010, 'type']);
    expect(await refusal({ type: 'X' })).toEqual([1010, 'name']);
    expect(await refusal({ type: 'CASH', name: 'x' })).toEqual([1012, 'type']);
    expect(await refusal({ type: 'ABCDEFGHIJK', name: 'x' })).toEqual([1016, 'type']);
    expect(await refusal({ paymentTypeID: 99, name: 'x' })).toEqual([1011, 'paymentTypeID']);
    expect(await refusal({ paymentTypeID: 2, type: 'CASH' })).toEqual([1012, 'type']);
    expect(await refusal({ paymentTypeID: 1, type: 'CASH' })).toEqual([0, undefined]);
    expect(await refusal({ type: 'ÄÖÜÕ567890', nameEST: 'Sularaha' })).toEqual([0, undefined]);
    expect(await types()).toHaveLength(8);
    expect((await call('getPaymentTypes', { lang: 'est' })).records.at(-1).name).toBe('Sularaha');
  });
});
