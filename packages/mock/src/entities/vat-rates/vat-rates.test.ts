import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

async function asker(mock = frozenMock()) {
  const { call } = await loggedIn(mock);
  const save = async (fields: Fields) => (await call('saveVatRate', fields)).records[0].vatRateID as number;
  const read = async (id: number) => (await call('getVatRates', { id })).records[0];
  const refusal = async (fields: Fields) => {
    const { status } = await call('saveVatRate', fields);
    return [status.errorCode, status.errorField];
  };
  return { mock, call, save, read, refusal };
}

describe('saveVatRate', () => {
  it('makes a rate that is in use; an edit leaves its percentage alone', async () => {
    const { mock, save, read } = await asker();
    const vatRateID = await save({ name: '5%', rate: 5, code: 'V5' });
    const made = await read(vatRateID);
    expect(made).toMatchObject({
      ...{ id: '6', name: '5%', rate: '5', code: 'V5', active: '1', added: String(start), lastModified: '0' },
      ...{ isReverseVat: 0, reverseRate: 0, gstExemptTaxRateID: 0 },
    });
    expect(made).not.toHaveProperty('components');
    mock.clock.advance(60);
    await save({ vatRateID, rate: 7, active: 0, gstExemptTaxRateID: 1 });
    const stamp = String(start + 60);
    expect(await read(vatRateID)).toEqual({
      ...made,
      active: '0',
      gstExemptTaxRateID: 1,
      lastModified: stamp,
    });
  });

  it('makes a rate for reverse VAT, once and for all', async () => {
    const { save, read, refusal } = await asker();
    const vatRateID = await save({ name: 'Reverse', isReverseVat: 1, reverseRate: 24 });
    expect(await read(vatRateID)).toMatchObject({ isReverseVat: 1, reverseRate: 24, rate: '0' });
    expect(await refusal({ vatRateID, reverseRate: 20 })).toEqual([1013, 'reverseRate']);
    expect(await refusal({ vatRateID, isReverseVat: 0 })).toEqual([1013, 'isReverseVat']);
    expect(await refusal({ vatRateID, isReverseVat: 1, reverseRate: 24, name: 'x' })).toEqual([0, undefined]);
    expect(await refusal({ vatRateID: 1, isReverseVat: 1 })).toEqual([1013, 'isReverseVat']);
  });

  it.each([
    [{ rate: 5 }, 1010, 'name'],
    [{ name: 'x' }, 1010, 'rate'],
    [{ name: 'x', rate: -1 }, 1016, 'rate'],
    [{ name: 'x', rate: 5, reverseRate: 5 }, 1013, 'reverseRate'],
    [{ name: 'x', rate: 5, isReverseVat: 1, reverseRate: 5 }, 1013, 'rate'],
    [{ name: 'x', isReverseVat: 1 }, 1016, 'reverseRate'],
    [{ name: 'x', isReverseVat: 1, reverseRate: -5 }, 1016, 'reverseRate'],
    [{ name: 'x', rate: 5, gstExemptTaxRateID: 99 }, 1011, 'gstExemptTaxRateID'],
    [{ vatRateID: 99, name: 'x' }, 1011, 'vatRateID'],
  ])('refuses %o', async (fields, errorCode, errorField) => {
    const { call, refusal } = await asker();
    expect(await refusal(fields as Fields)).toEqual([errorCode, errorField]);
    expect((await call('getVatRates')).status.recordsTotal).toBe(5);
  });

  it('makes components of the taxes of state, county, town and others, and edits each of them', async () => {
    const { save, read, refusal, mock } = await asker();
    const vatRateID = await save({
      ...{ name: 'US', rate: 8.875, ZIPCode: '10001', category: 'Food', state: 'NS', city: 'Sampleton' },
      ...{ stateTaxRate: 4, cityTaxRate: 4.5, otherTaxRate: 0.375, otherTaxName: 'Transport' },
    });
    const components = [
      { componentID: 1, type: 'STATE', name: 'NS', rate: 4 },
      { componentID: 2, type: 'CITY', name: 'Sampleton', rate: 4.5 },
      { componentID: 3, type: 'OTHER', name: 'Transport', rate: 0.375 },
    ];
    expect(await read(vatRateID)).toMatchObject({
      ZIPCode: '10001',
      category: 'Food',
      state: 'NS',
      components,
    });
    await save({ vatRateID, cityTaxRate: 5, countyTaxRate: 1, county: 'C', otherTaxName: 'Metro' });
    expect((await read(vatRateID)).components).toEqual([
      components[0],
      { ...components[1], rate: 5 },
      { ...components[2], name: 'Metro' },
      { componentID: 4, type: 'COUNTY', name: 'C', rate: 1 },
    ]);
    const twice = [components[0], { ...components[0], componentID: 2 }];
    mock.account('100001').data('vatRates').update(vatRateID, { components: twice });
    expect(await refusal({ vatRateID, stateTaxRate: 1 })).toEqual([1075, 'stateTaxRate']);
  });
});

describe('getVatRates', () => {
  it('answers the newest first where no order is asked for', async () => {
    const { call } = await asker();
    const ids = async (fields: Fields = {}) =>
      (await call('getVatRates', fields)).records.map((rate: { id: string }) => Number(rate.id));
    expect(await ids()).toEqual([5, 4, 3, 2, 1]);
    expect(await ids({ orderBy: 'id', orderByDir: 'asc' })).toEqual([1, 2, 3, 4, 5]);
    expect(await ids({ orderBy: 'name', orderByDir: 'asc' })).toEqual([5, 3, 2, 1, 4]);
    expect(await ids({ orderBy: 'active', orderByDir: 'asc' })).toEqual([2, 1, 3, 4, 5]);
    expect(await ids({ active: 0 })).toEqual([2]);
    expect(await ids({ active: 1, recordsOnPage: 2, pageNo: 2 })).toEqual([3, 1]);
  });
});
