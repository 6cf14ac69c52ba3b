import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock } from '../../../test/ask.ts';
import { customerAsker } from '../../../test/customer-asker.ts';

describe('getCustomers', () => {
  it('adds addresses, contact persons, balances and ties when they are asked for', async () => {
    const { one, save } = await customerAsker();
    const id = await save({ companyName: 'Firm', credit: 500 });
    const contact = await save({
      firstName: 'Ada',
      lastName: 'Sample',
      companyID: id,
      phone: '7',
      skype: 's',
    });
    expect(await one(id)).not.toHaveProperty('addresses');
    const all = {
      getAddresses: 1,
      getContactPersons: 1,
      getBalanceInfo: 1,
      getAssociationsAndProfessionals: 1,
    };
    const firm = await one(id, all);
    expect(firm).toMatchObject({
      ...{ addresses: [], associations: [], professionals: [], defaultAssociationID: 0 },
      ...{ actualBalance: 0, creditLimit: 500, availableCredit: 500, creditAllowed: 1 },
      contactPersons: [{ contactPersonID: contact, fullName: 'Sample, Ada', phone: '7', skype: 's' }],
    });
    expect((await one(id, { ...all, responseMode: 'normal' })).contactPersons[0]).not.toHaveProperty('skype');
    const [first, second] = (await one(1003, { getAddresses: 1 })).addresses;
    expect(first).toMatchObject({ typeName: 'Registered address' });
    expect(second).toBeDefined();
    expect((await one(1003)).street).toBe(first.street);
  });

  it('answers customers, contact persons or both', async () => {
    const { call } = await customerAsker();
    const total = async (fields: Fields) => (await call('getCustomers', fields)).status.recordsTotal;
    const [customers, contacts, both] = [
      await total({}),
      await total({ mode: 'CONTACTS' }),
      await total({ mode: 'ALL' }),
    ];
    expect([customers, contacts, both]).toEqual([108, 12, 120]);
    expect(await total({ mode: 'CUSTOMERS' })).toBe(customers);
  });

  it('searches quickly, without order and pages, exact numbers in the register too', async () => {
    const { call, save } = await customerAsker();
    const ids: number[] = [];
    for (const code of ['a', 'b']) ids.push(await save({ companyName: `Zyx ${code}`, code: `Q${code}` }));
    const quick = async (searchNameIncrementally: string, fields: Fields = {}) => {
      const { records, status } = await call('getCustomers', { searchNameIncrementally, ...fields });
      return [records.map((customer: any) => customer.customerID), status.recordsTotal];
    };
    expect(await quick('zyx', { recordsOnPage: 1, orderByDir: 'desc' })).toEqual([ids, 999_999_999]);
    expect(await quick('Qb')).toEqual([[ids[1]], 999_999_999]);
    expect(await quick('Q')).not.toEqual([ids, 999_999_999]);
  });

  it('says a total that says nothing when it is not to count', async () => {
    const { call } = await customerAsker();
    const { records, status } = await call('getCustomers', { doNotCalculateRecordsTotal: 1, pageNo: 6 });
    expect([records.length, status.recordsTotal]).toEqual([8, 999_999_999]);
  });

  it('refuses days that the calendar does not have, and modes and colours that it does not know', async () => {
    const { refusal } = await customerAsker();
    for (const day of ['02-30', '2-1', 'x'])
      expect(await refusal('getCustomers', { birthdayMonthDayFrom: day })).toEqual([
        1014,
        'birthdayMonthDayFrom',
      ]);
    expect(await refusal('getCustomers', { birthdayMonthDayTo: '02-29' })).toEqual([0, undefined]);
    expect(await refusal('getCustomers', { mode: 'SUPPLIERS' })).toEqual([1016, 'mode']);
    expect(await refusal('getCustomers', { colorStatus: 'pink' })).toEqual([1016, 'colorStatus']);
  });
});

describe('getDefaultCustomer', () => {
  it('goes by the setting, then by the mark, and may find nobody', async () => {
    const { account, call, set } = await customerAsker();
    const found = async () => (await call('getDefaultCustomer')).records;
    expect(await found()).toEqual([
      { id: 1001, name: 'Walk-in customer', groupID: 1, groupName: 'Retail customers' },
    ]);
    set({ default_client_idDat: 1005 });
    expect(await found()).toMatchObject([{ id: 1005 }]);
    account.data('customers').remove(1005);
    expect(await found()).toEqual([]);
    set({ default_client_idDat: 0 });
    account.data('customers').update(1001, { isPOSDefaultCustomer: 0 });
    expect(await found()).toEqual([]);
  });
});

describe('getDefaultCustomer of a register', () => {
  it('is that of the register, else that of the account', async () => {
    const { account, call, refusal } = await customerAsker();
    const found = async (pointOfSaleID: number) =>
      (await call('getDefaultCustomer', { pointOfSaleID })).records?.map((customer: any) => customer.id);
    account.data('pointsOfSale').update(2, { defaultCustomerID: 1005 });
    expect([await found(2), await found(1), await found(0)]).toEqual([[1005], [1001], [1001]]);
    account.data('customers').remove(1005);
    expect(await found(2)).toEqual([1001]);
    expect(await refusal('getDefaultCustomer', { pointOfSaleID: 99 })).toEqual([1011, 'pointOfSaleID']);
  });
});

describe('customers of the control API', () => {
  it('are companies or persons by their names, as those that a call saves', async () => {
    const { account, one } = await customerAsker();
    const { data } = account;
    const company = data('customers').insert({ companyName: 'Acme' });
    const person = data('customers').insert({ firstName: 'Ada', lastName: 'Sample' });
    expect(await one(company)).toMatchObject({ customerType: 'COMPANY', fullName: 'Acme' });
    expect(await one(person)).toMatchObject({ customerType: 'PERSON', fullName: 'Sample, Ada' });
    data('customers').update(person, { firstName: 'Eve' });
    expect((await one(person)).fullName).toBe('Sample, Eve');
    const supplier = data('suppliers').insert({ companyName: 'Acme' });
    expect(data('suppliers').get(supplier)).toMatchObject({ supplierType: 'COMPANY', fullName: 'Acme' });
    const employee = data('employees').insert({ firstName: 'Ben', lastName: 'Specimen' });
    expect(data('employees').get(employee).fullName).toBe('Ben Specimen');
  });
});

describe('balances', () => {
  it('are those of some customers, or of all', async () => {
    const { call } = await customerAsker(frozenMock({ documents: 0 }));
    const some = await call('getCustomerBalance', { customerIDs: '1003,999,1003' });
    expect(some.records).toMatchObject([{ customerID: 1003, actualBalance: 0 }]);
    expect((await call('getCustomerBalance')).status).toMatchObject({
      errorCode: 1010,
      errorField: 'customerIDs',
    });
    const { records, status } = await call('getCustomerBalances', { date: '2026-01-01' });
    expect([records.length, status.recordsTotal]).toEqual([120, 120]);
    expect(records[0]).toMatchObject({ customerID: 1001, customerName: 'Walk-in customer', balance: 0 });
  });

  it('of all are made one at a time, and only with the module', async () => {
    const { account, call } = await customerAsker(frozenMock({ customers: 20_000, documents: 0 }));
    const both = await Promise.all([call('getCustomerBalances'), call('getCustomerBalances')]);
    expect(both.map(({ status }) => status.errorCode).sort()).toEqual([0, 1021]);
    expect((await call('getCustomerBalances')).status.errorCode).toBe(0);
    account.setConfig({ modules: { customerBalances: false } });
    expect((await call('getCustomerBalances')).status.errorCode).toBe(1006);
  });
});

describe('accounts whose customers live in a registry of their own', () => {
  it('answer 1120 to the calls that are documented to', async () => {
    const { account, refusal } = await customerAsker();
    account.setConfig({ set: { customerRegistry: 'external' } });
    expect(await refusal('getCustomers')).toEqual([1120, null]);
    expect(await refusal('saveCustomer', { lastName: 'x' })).toEqual([1120, null]);
    expect((await refusal('getCustomerBalance', { customerIDs: '1003' }))[0]).toBe(0);
  });
});
