import { describe, expect, it } from 'vitest';

import { frozenMock, start } from '../../../test/ask.ts';
import { customerAsker } from '../../../test/customer-asker.ts';
import { assembleMock } from '../../create-mock.ts';

describe('web shop logins', () => {
  it('are checked without a session, and wrong ones lock nobody', async () => {
    const { call, refusal, save } = await customerAsker();
    const good = { username: 'shopper1005', password: 'demoshopper' };
    const { records } = await call('verifyCustomerUser', good);
    expect(records).toMatchObject([{ clientID: '1005', clientUsername: 'shopper1005', companyID: '0' }]);
    for (let tried = 0; tried < 10; tried += 1)
      expect(await refusal('verifyCustomerUser', { ...good, password: 'x' })).toEqual([1051, null]);
    expect(await refusal('verifyCustomerUser', { ...good, username: 'x' })).toEqual([1051, null]);
    expect((await call('verifyCustomerUser', good)).status.errorCode).toBe(0);
    // The answer holds no key.
    expect(Object.keys(records[0])).not.toContain('sessionKey');
    const id = await save({ lastName: 'New', username: 'new', companyID: 1003 });
    expect(await refusal('verifyCustomerUser', { username: 'new', password: 'demoshopper' })).toEqual([
      1051,
      null,
    ]);
    await save({ customerID: id, password: 'Sesame-7' });
    const own = await call('verifyCustomerUser', { username: 'new', password: 'Sesame-7' });
    expect(own.records).toMatchObject([{ clientID: String(id), companyID: '1003' }]);
    expect(own.records[0].companyName).not.toBe('');
    await save({ customerID: 1005, password: '' });
    expect(await refusal('verifyCustomerUser', good)).toEqual([1051, null]);
  });

  it('may be answered with nothing when they are wrong', async () => {
    const { account, call } = await customerAsker();
    account.setConfig({ set: { customerLoginFailure: 'empty' } });
    const { records, status } = await call('verifyCustomerUser', { username: 'shopper1005', password: 'x' });
    expect([status.errorCode, records]).toEqual([0, []]);
  });

  it('say which names are free', async () => {
    const { refusal } = await customerAsker();
    expect(await refusal('validateCustomerUsername', { username: 'shopper1005' })).toEqual([
      1012,
      'username',
    ]);
    expect(await refusal('validateCustomerUsername', { username: 'shopper1006' })).toEqual([0, undefined]);
    for (const fields of [{}, { username: '' }])
      expect(await refusal('validateCustomerUsername', fields)).toEqual([1010, 'username']);
  });

  it.each(['deleteCustomer', 'control API', 'import'])('go with their customer: %s', async (way) => {
    const { account, call, refusal, save } = await customerAsker(frozenMock({ documents: 0 }));
    const id = await save({ lastName: 'New', username: 'new', password: 'Sesame-7' });
    const old = [
      { customerID: id, username: 'new', password: 'Sesame-7' },
      { customerID: 1009, username: 'shopper1009', password: 'demoshopper' },
    ];
    for (const { customerID, username, password } of old) {
      expect((await call('verifyCustomerUser', { username, password })).status.errorCode).toBe(0);
      if (way === 'deleteCustomer')
        expect(await refusal('deleteCustomer', { customerID })).toEqual([0, undefined]);
      else if (way === 'control API') account.data('customers').remove(customerID);
      else await account.importData({ deleted: [{ table: 'customers', id: customerID }] });
      account.data('customers').insert({ customerID, lastName: 'Other', webshopUsername: username });
      expect(await refusal('verifyCustomerUser', { username, password })).toEqual([1051, null]);
    }
  });

  it('keep a password nowhere, and a hash of it in the state only', async () => {
    const { mock, server } = assembleMock({ now: start, frozen: true, journal: 'full' }, '127.0.0.1');
    const { account, call, save } = await customerAsker(mock);
    const secret = 'Sesame-opens-7';
    const id = await save({ lastName: 'New', username: 'new', password: secret });
    await call('verifyCustomerUser', { username: 'new', password: secret });
    await call('verifyCustomerUser', { username: 'new', password: `${secret}!` });
    await call('saveCustomer', { customerID: 1, password: secret });
    const { entries } = account.journal();
    expect(entries.length).toBeGreaterThan(3);
    const seen = [entries, account.data('customers').get(id), account.changes()];
    expect(JSON.stringify(seen)).not.toContain(secret);
    const states = server.accounts.find('100001')?.saveData().states;
    expect(states?.get('shopperPasswords')).toEqual([[id, expect.stringContaining(`customers/${id}$`)]]);
    expect(JSON.stringify([...(states ?? [])])).not.toContain(secret);
  });
});
