import { expect, it } from 'vitest';

import { control, frozenMock, loggedIn } from '../../test/ask.ts';

it('gives customers and suppliers IDs of one number space: none belongs to both', async () => {
  const mock = frozenMock();
  const { call } = await loggedIn(mock);
  const { data } = mock.account('100001');
  const saved: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const supplier = await call('saveSupplier', { companyName: `S${round}` });
    saved.push(supplier.records[0].supplierID, data('customers').insert({ lastName: `C${round}` }));
  }
  const first = saved[0] ?? 0;
  expect(saved).toEqual([0, 1, 2, 3, 4, 5].map((offset) => first + offset));
  const ids = [...data('customers').list(), ...data('suppliers').list()].map(
    (row) => row.customerID ?? row.supplierID,
  );
  expect(new Set(ids).size).toBe(ids.length);
});

it('refuses a customer who is to have the ID of a supplier, and the other way round', async () => {
  const mock = frozenMock();
  const ask = control(mock);
  const { body } = await ask('POST', '/accounts/100001/data/customers', { customerID: 1, lastName: 'X' });
  expect(body.error).toBe('suppliers has a record 1 already');
  const load = (table: string, record: object) => ask('POST', '/accounts/100001/data', { [table]: [record] });
  const refused = await load('suppliers', { supplierID: 1001, companyName: 'X' });
  expect([refused.status, refused.body.error]).toEqual([
    400,
    expect.stringContaining('share their IDs with'),
  ]);
  expect((await load('customers', { customerID: 500, lastName: 'X' })).status).toBe(200);
  expect(mock.account('100001').data('customers').get(500)).toMatchObject({ lastName: 'X' });
});
