import { describe, expect, it } from 'vitest';

import { control, type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';
import { maxEntries } from './customer-data-log.ts';

async function asker(mock = frozenMock()) {
  const { call } = await loggedIn(mock);
  const account = mock.account('100001');
  const log = () => account.data('customerDataLog');
  const entries = () => log().list();
  const refusal = async (request: string, fields: Fields = {}) => {
    const { status } = await call(request, fields);
    return [status.errorCode, status.errorField];
  };
  const setCountry = (country: string) => account.data('confParameters').update(1, { country });
  return { mock, account, call, log, entries, refusal, setCountry };
}

const person = { firstName: 'Ada', lastName: 'Sample', email: 'ada@example.test', birthday: '2000-01-01' };

describe('the processing log', () => {
  it('has what was done to persons in an account of the European Union, and no data of theirs', async () => {
    const { call, entries, mock } = await asker();
    const customerID = (await call('saveCustomer', person)).records[0].customerID;
    mock.clock.advance(5);
    await call('saveCustomer', { customerID, mobile: '1', notes: 'x', email: person.email });
    await call('saveCustomer', { customerID, notes: 'y' });
    await call('deleteCustomer', { customerID });
    const by = { customerID, employeeID: 1, userName: 'demo', description: '' };
    expect(entries()).toEqual([
      { id: 1, timestamp: start, ...by, activityType: 'create', fields: 'name,email,dateOfBirth' },
      { id: 2, timestamp: start + 5, ...by, activityType: 'update', fields: 'mobilePhone' },
      { id: 3, timestamp: start + 5, ...by, activityType: 'delete', fields: 'all' },
    ]);
    expect(JSON.stringify(entries())).not.toMatch(/Ada|example\.test|2000/);
  });

  it('has nothing of companies, of what was refused, of reads, and of other countries', async () => {
    const { call, entries, setCountry } = await asker();
    const { customerID } = (await call('saveCustomer', { companyName: 'Firm' })).records[0];
    await call('saveCustomer', { customerID, phone: '1' });
    await call('deleteCustomer', { customerID });
    await call('saveCustomer', { ...person, groupID: 999 });
    await call('saveCustomer', { ...person, username: 'shopper1005' });
    await call('deleteCustomer', { customerID: 1 });
    // Whoever reads is responsible for logging it.
    await call('getCustomers');
    setCountry('US');
    const made = (await call('saveCustomer', person)).records[0].customerID;
    await call('deleteCustomer', { customerID: made });
    expect(entries()).toEqual([]);
    setCountry('DE');
    await call('saveCustomer', person);
    expect(entries()).toHaveLength(1);
  });

  it('is read through the control API, and changed by nobody', async () => {
    const { call, log, mock } = await asker();
    await call('saveCustomer', person);
    const ask = control(mock);
    const path = '/accounts/100001/data/customerDataLog';
    expect(await ask('GET', path)).toMatchObject({ status: 200, body: [{ id: 1, activityType: 'create' }] });
    expect(await ask('GET', `${path}/1`)).toMatchObject({ status: 200, body: { id: 1 } });
    expect((await ask('GET', `${path}/2`)).status).toBe(404);
    expect((await ask('POST', path, {})).status).toBe(405);
    expect((await ask('PUT', `${path}/1`, {})).status).toBe(405);
    expect((await ask('DELETE', `${path}/1`)).status).toBe(405);
    expect(() => log().remove(1)).toThrow('written by calls only');
  });

  it('goes with the data: a snapshot has it, and a reset clears it', async () => {
    const { account, call, entries } = await asker();
    await call('saveCustomer', person);
    account.snapshot('one');
    await call('saveCustomer', person);
    account.restore('one');
    expect(entries()).toHaveLength(1);
    account.reset(['data']);
    expect(entries()).toEqual([]);
  });
});

describe('logProcessingOfCustomerData', () => {
  const asked = {
    ...{ customerIDs: '1002,1003,1002', activityType: 'read', description: 'Newsletter' },
    fields: 'name,email,VIN',
  };

  it('appends an entry a customer, of the caller or of somebody else', async () => {
    const { call, entries, mock } = await asker();
    const id = mock.account('100001').data('users').insert({ userName: 'other', employeeID: 3 });
    expect(id).toBeGreaterThan(1);
    expect((await call('logProcessingOfCustomerData', asked)).records).toEqual([]);
    await call('logProcessingOfCustomerData', { ...asked, customerIDs: 1002, employeeID: 3 });
    const said = {
      activityType: 'read',
      description: 'Newsletter',
      fields: 'name,email,VIN',
      userName: 'demo',
    };
    expect(entries()).toMatchObject([
      { customerID: 1002, employeeID: 1, ...said },
      { customerID: 1003, employeeID: 1, ...said },
      { customerID: 1002, employeeID: 3, ...said },
    ]);
  });

  it('refuses what it cannot write down, and writes nothing then', async () => {
    const { entries, refusal, setCountry } = await asker();
    const log = (fields: Fields) => refusal('logProcessingOfCustomerData', { ...asked, ...fields });
    for (const name of Object.keys(asked)) expect(await log({ [name]: '' })).toEqual([1010, name]);
    expect(await log({ activityType: 'export' })).toEqual([1016, 'activityType']);
    expect(await log({ fields: 'name,shoeSize' })).toEqual([1016, 'fields']);
    expect(await log({ customerIDs: '1002,5' })).toEqual([1011, 'customerIDs']);
    expect(await log({ customerIDs: '1002,x' })).toEqual([1014, 'customerIDs']);
    expect(await log({ employeeID: 77 })).toEqual([1011, 'employeeID']);
    expect(await log({ description: 'x'.repeat(256) })).toEqual([1016, 'description']);
    expect(await log({ description: 'õ'.repeat(255), customerIDs: 1002 })).toEqual([0, undefined]);
    setCountry('US');
    expect(await log({})).toEqual([1149, null]);
    expect(entries()).toHaveLength(1);
  });

  it('forgets the oldest of very many entries', async () => {
    const { account, call, entries } = await asker(frozenMock({ customers: 6000 }));
    const customerIDs = Array.from({ length: 6000 }, (_, index) => 1001 + index).join();
    for (let times = 0; times < 2; times += 1)
      await call('logProcessingOfCustomerData', { ...asked, customerIDs });
    expect(entries()).toHaveLength(maxEntries);
    expect(entries().at(0)?.id).toBe(2001);
    expect(entries().at(-1)?.id).toBe(12_000);
    // What it takes of the memory is what it would be if it was counted anew.
    account.snapshot('full');
    const { bytes } = account.describe();
    account.restore('full');
    expect(entries()).toHaveLength(maxEntries);
    expect(account.describe().bytes).toBe(bytes);
  });
});

describe('recordGDPRConfirmation', () => {
  it('opens customer calls to a user where the account demands it', async () => {
    const { account, call, refusal } = await asker();
    expect((await refusal('getCustomers'))[0]).toBe(0);
    account.setConfig({ set: { customerDataConfirmation: 'yes' } });
    for (const [name, fields] of [
      ['getCustomers', {}],
      ['saveCustomer', { lastName: 'x' }],
      ['getCustomerBalance', { customerIDs: '1003' }],
    ] as const)
      expect(await refusal(name, fields)).toEqual([1148, null]);
    expect((await refusal('getDefaultCustomer'))[0]).toBe(0);
    expect((await call('recordGDPRConfirmation')).records).toEqual([{ employeeID: 1, consentTime: start }]);
    expect((await refusal('getCustomers'))[0]).toBe(0);
    expect(await refusal('recordGDPRConfirmation')).toEqual([1147, null]);
  });

  it('needs the module, and an employee', async () => {
    const { account, refusal } = await asker();
    account.data('users').update(1, { employeeID: 0 });
    expect(await refusal('recordGDPRConfirmation')).toEqual([1146, null]);
    account.data('users').update(1, { employeeID: 1 });
    account.setConfig({ set: { customerDataConfirmation: 'yes' }, modules: { employeeConsent: false } });
    expect((await refusal('recordGDPRConfirmation'))[0]).toBe(1006);
    // Nobody could confirm anything.
    expect((await refusal('getCustomers'))[0]).toBe(0);
  });
});
