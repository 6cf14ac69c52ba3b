import { expect, it } from 'vitest';

import { frozenMock, loggedIn, start } from '../../../test/ask.ts';

it.each(['demo', 'nasty', 'empty'] as const)(
  'getServices answers none in a new shop: %s',
  async (dataset) => {
    const { call } = await loggedIn(frozenMock({ dataset }));
    expect(await call('getServices')).toMatchObject({
      status: { errorCode: 0, recordsTotal: 0 },
      records: [],
    });
  },
);

it('getServices answers those of own data, with unit, tax rate and price with tax', async () => {
  const mock = frozenMock();
  const { call } = await loggedIn(mock);
  const attributes = [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }];
  const fitting = {
    code: 'S1',
    name: 'Fitting',
    unitID: 1,
    vatrateID: 1,
    groupID: 2,
    price: 12.345,
    attributes,
  };
  const account = mock.account('100001');
  expect(await account.importData({ services: [fitting, { name: 'Repair', groupID: 3 }] })).toMatchObject({
    services: { added: 2, changed: 0 },
  });
  const { records: rates } = await call('getVatRates');
  const { rate } = rates.find((one: { id: string }) => one.id === '1');
  const [{ name: unitName }] = (await call('getProductUnits')).records;
  const priceWithVat = Math.round(12.345 * (100 + Number(rate))) / 100;
  expect((await call('getServices', { searchName: 'fITT' })).records).toEqual([
    {
      ...{ serviceID: 1, code: 'S1', unitID: 1, unitName, vatrateID: 1, vatrate: rate, groupID: 2 },
      ...{ webshopTransportOption: 0, name: 'Fitting', description: '', price: 12.345, priceWithVat },
      ...{ hasQuickSelectButton: 0, added: start, lastModified: 0, attributes },
    },
  ]);
  const ids = async (fields: Record<string, string | number>) =>
    (await call('getServices', fields)).records.map((one: { serviceID: number }) => one.serviceID);
  expect(await ids({ groupID: 3 })).toEqual([2]);
  expect(await ids({ searchAttributeName: 'a', searchAttributeValue: '1' })).toEqual([1]);
  expect(await ids({ serviceID: 2, changedSince: start })).toEqual([2]);
  account.data('services').remove(1);
  const log = await call('getUserOperationsLog', { tableName: 'services' });
  expect(log.records).toMatchObject([{ itemID: 1 }]);
});
