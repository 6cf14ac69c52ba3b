import { expect, it } from 'vitest';

import { frozenMock, loggedIn, start } from '../../../test/ask.ts';

it.each(['demo', 'nasty', 'empty'] as const)(
  'every shop has delivery types, inside quotes: %s',
  async (dataset) => {
    const { call } = await loggedIn(frozenMock({ dataset }));
    const { records } = await call('getDeliveryTypes');
    expect(records).toHaveLength(3);
    expect(records[0]).toMatchObject({
      deliveryTypeID: '1',
      code: 'PICKUP',
      name: 'Store pickup',
      lastModified: '0',
    });
  },
);

it('saveDeliveryType makes one by a name in any language, and edits what is named', async () => {
  const mock = frozenMock();
  const { call } = await loggedIn(mock);
  expect((await call('saveDeliveryType', { code: 'X' })).status).toMatchObject({
    errorCode: 1010,
    errorField: 'name',
  });
  expect((await call('saveDeliveryType', { code: 'X', nameEST: 'Kuller' })).records).toEqual([
    { deliveryTypeID: 4 },
  ]);
  mock.clock.advance(60);
  await call('saveDeliveryType', { deliveryTypeID: 4, code: 'Y' });
  const [, , , made] = (await call('getDeliveryTypes')).records;
  expect(made).toEqual({
    ...{ deliveryTypeID: '4', code: 'Y', name: 'Kuller' },
    ...{ added: String(start), lastModified: String(start + 60) },
  });
  expect((await call('saveDeliveryType', { deliveryTypeID: 9, code: 'Y' })).status).toMatchObject({
    ...{ errorCode: 1011, errorField: 'deliveryTypeID' },
  });
});

it('deleteDeliveryType deletes one, which the operations log has no table for; customers keep its ID', async () => {
  const mock = frozenMock();
  const { call } = await loggedIn(mock);
  mock.account('100001').data('customers').update(1003, { deliveryTypeID: 2 });
  expect((await call('deleteDeliveryType', { deliveryTypeID: 2 })).status.errorCode).toBe(0);
  expect((await call('deleteDeliveryType', { deliveryTypeID: 2 })).status.errorCode).toBe(1011);
  expect((await call('getUserOperationsLog', { tableName: 'deliveryTypes' })).status.errorCode).toBe(1016);
  expect((await call('getCustomers', { customerID: 1003 })).records).toMatchObject([{ deliveryTypeID: 2 }]);
});
