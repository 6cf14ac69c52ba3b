import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';
import { assembleMock } from '../../create-mock.ts';

async function asker(mock = frozenMock()) {
  const { call } = await loggedIn(mock);
  const all = { responseMode: 'detail', mode: 'ALL', recordsOnPage: 100 };
  const find = async (fields: Fields = {}): Promise<any[]> =>
    (await call('getCustomers', { ...all, ...fields })).records;
  const one = async (customerID: number, fields: Fields = {}) => (await find({ customerID, ...fields }))[0];
  const idsOf = async (fields: Fields) =>
    (await find(fields)).map((customer) => customer.customerID as number).sort();
  const save = async (fields: Fields): Promise<number> =>
    (await call('saveCustomer', fields)).records[0].customerID;
  const refusal = async (request: string, fields: Fields = {}) => {
    const { status } = await call(request, fields);
    return [status.errorCode, status.errorField];
  };
  const account = mock.account('100001');
  const set = (fields: Record<string, unknown>) => account.data('confParameters').update(1, fields);
  return { mock, account, call, find, one, idsOf, save, refusal, set };
}

describe('saveCustomer', () => {
  it('makes a person in the first group, and edits just what is named', async () => {
    const { mock, call, one, save } = await asker();
    const saved = await call('saveCustomer', {
      firstName: 'Ada',
      lastName: 'Sample',
      birthday: '2000-02-29',
    });
    expect(saved.records).toEqual([{ clientID: 1121, customerID: 1121, alreadyExists: false }]);
    const made = await one(1121);
    expect(made).toMatchObject({
      ...{ id: 1121, customerType: 'PERSON', fullName: 'Sample, Ada', companyName: '', groupID: 1 },
      ...{ groupName: 'Retail customers', birthday: '2000-02-29', emailEnabled: 1, eInvoiceEnabled: 0 },
      ...{ euCustomerType: 'DOMESTIC', outsideEU: 0, added: start, lastModified: 0, image: '' },
    });
    mock.clock.advance(60);
    expect(await save({ customerID: 1121, phone: '1' })).toBe(1121);
    const by = { lastModifierUsername: 'demo', lastModifierEmployeeID: 1, lastModified: start + 60 };
    expect(await one(1121)).toEqual({ ...made, phone: '1', ...by });
    await save({ customerID: 1121, firstName: 'Eve' });
    expect(await one(1121)).toMatchObject({ fullName: 'Sample, Eve' });
  });

  it('makes companies, which have nothing of a person, and persons, who have nothing of a company', async () => {
    const { one, save } = await asker();
    const person = {
      firstName: 'A',
      lastName: 'B',
      gender: 'female',
      personTitleID: 3,
      jobTitleID: 4,
      companyID: 1003,
    };
    const both = { ...person, companyName: 'Ünï "Ltd"', companyTypeID: 2, birthday: '2000-01-01' };
    const id = await save(both);
    expect(await one(id)).toMatchObject({
      ...{ customerType: 'COMPANY', fullName: 'Ünï "Ltd"', companyTypeID: 2, firstName: '', lastName: '' },
      ...{ gender: '', personTitleID: 0, jobTitleID: 0, companyID: 0, birthday: '' },
    });
    await save({ customerID: id, companyName: '', fullName: 'Ben von Specimen', companyTypeID: 5 });
    expect(await one(id)).toMatchObject({
      ...{
        customerType: 'PERSON',
        fullName: 'Ben von Specimen',
        firstName: '',
        companyName: '',
        companyTypeID: 0,
      },
    });
    const contact = await save(person);
    expect(await one(contact)).toMatchObject({ companyID: 1003, gender: 'female' });
    await save({ customerID: contact, companyName: 'Now a company' });
    expect(await one(contact)).toMatchObject({
      customerType: 'COMPANY',
      companyID: 0,
      gender: '',
      lastName: '',
    });
  });

  it('takes companyName before companyName2, and strips blanks only when asked to', async () => {
    const { one, save } = await asker();
    const names = { companyName2: ' Two ', email: ' a@example.test ' };
    expect(await one(await save(names))).toMatchObject({ fullName: ' Two ', email: ' a@example.test ' });
    expect(await one(await save({ ...names, trimInputData: 1 }))).toMatchObject({
      ...{ companyName: 'Two', fullName: 'Two', email: 'a@example.test' },
    });
    expect(await one(await save({ ...names, companyName: 'One' }))).toMatchObject({ companyName: 'One' });
  });

  it('reads outsideEU as the older word for euCustomerType', async () => {
    const { one, save } = await asker();
    const id = await save({ lastName: 'X', outsideEU: 1 });
    expect(await one(id)).toMatchObject({ euCustomerType: 'OUTSIDE_EU', outsideEU: 1 });
    await save({ customerID: id, outsideEU: 0 });
    expect(await one(id)).toMatchObject({ euCustomerType: 'DOMESTIC', outsideEU: 0 });
    await save({ customerID: id, outsideEU: 1, euCustomerType: 'EU' });
    expect(await one(id)).toMatchObject({ euCustomerType: 'EU', outsideEU: 0 });
  });

  it('refuses what has no name, what does not exist, and what is not a group', async () => {
    const { refusal } = await asker();
    expect(await refusal('saveCustomer', { firstName: 'x' })).toEqual([1010, 'companyName']);
    expect(await refusal('saveCustomer', { customerID: 1, notes: 'x' })).toEqual([1011, 'customerID']);
    for (const name of ['groupID', 'countryID', 'companyID', 'invoicePayerID', 'priceListID3', 'homeStoreID'])
      expect(await refusal('saveCustomer', { lastName: 'x', [name]: 999 })).toEqual([1011, name]);
    expect(await refusal('saveCustomer', { customerID: 1005, groupID: 0 })).toEqual([1016, 'groupID']);
    expect(await refusal('saveCustomer', { customerID: 1005, companyID: 1005 })).toEqual([1016, 'companyID']);
    expect(await refusal('saveCustomer', { lastName: 'x', groupID: 0 })).toEqual([0, undefined]);
  });

  it('wants a name in the web shop, and codes where the account says so, for one customer only', async () => {
    const { one, refusal, save, set } = await asker();
    expect(await refusal('saveCustomer', { lastName: 'x', username: 'shopper1005' })).toEqual([
      1012,
      'username',
    ]);
    const id = await save({ lastName: 'x', username: 'mine', code: '4711' });
    expect((await one(id)).webshopUsername).toBe('mine');
    expect(await refusal('saveCustomer', { lastName: 'x', username: 'mine' })).toEqual([1012, 'username']);
    expect(await refusal('saveCustomer', { customerID: id, username: 'mine' })).toEqual([0, undefined]);
    expect(await refusal('saveCustomer', { lastName: 'x', code: '4711' })).toEqual([0, undefined]);
    set({ customer_code_unique: 1 });
    expect(await refusal('saveCustomer', { lastName: 'x', code: '4711' })).toEqual([1012, 'code']);
    expect(await refusal('saveCustomer', { lastName: 'x', code: '' })).toEqual([0, undefined]);
  });

  it.each([
    ['code', { code: '4711' }],
    ['email', { email: 'same@example.test' }],
    ['card', { customerCardNumber: '99' }],
  ] as const)(
    'takes one with the same %s for the same customer when it is told to',
    async (customerMatch, same) => {
      const { account, call, one, save } = await asker();
      const id = await save({ lastName: 'First', ...same });
      expect(await save({ lastName: 'Second', ...same })).not.toBe(id);
      account.setConfig({ set: { customerMatch } });
      const { records } = await call('saveCustomer', { lastName: 'Third', ...same });
      expect(records).toEqual([{ clientID: id, customerID: id, alreadyExists: true }]);
      expect((await one(id)).lastName).toBe('First');
      expect((await call('saveCustomer', { lastName: 'x' })).records[0].alreadyExists).toBe(false);
    },
  );

  it('gives a customer a picture that is one', async () => {
    const { one, refusal, save } = await asker();
    const jpeg = '/9j/4AAQSkZJRg==';
    const id = await save({ lastName: 'x', imageContent: jpeg, imageMimeType: 'image/jpeg' });
    expect((await one(id)).image).toMatch(
      /^https:\/\/pictures\.example\.test\/100001\/customers\/[0-9a-f]+\.jpg$/,
    );
    for (const imageContent of ['???', 'AAAA'])
      expect(await refusal('saveCustomer', { lastName: 'x', imageContent })).toEqual([1016, 'imageContent']);
    const other = { lastName: 'x', imageContent: jpeg, imageMimeType: 'image/gif' };
    expect(await refusal('saveCustomer', other)).toEqual([1016, 'imageMimeType']);
    await save({ customerID: id, imageContent: '' });
    expect((await one(id)).image).toBe('');
  });

  it('knows tax offices in Greece only, and waybills where they are switched on', async () => {
    const { one, refusal, save, set } = await asker();
    expect(await refusal('saveCustomer', { lastName: 'x', taxOfficeID: 5 })).toEqual([1128, 'taxOfficeID']);
    expect(await refusal('getCustomers', { taxOfficeID: 5 })).toEqual([1128, 'taxOfficeID']);
    const id = await save({ lastName: 'x', shipGoodsWithWaybills: 1 });
    expect(await one(id)).not.toHaveProperty('shipGoodsWithWaybills');
    expect(await one(id)).not.toHaveProperty('taxOfficeID');
    set({ country: 'GR', enable_waybill_customers: 1 });
    await save({ customerID: id, taxOfficeID: 5 });
    expect(await one(id)).toMatchObject({ shipGoodsWithWaybills: 1, taxOfficeID: 5 });
    expect(await one(1005)).toMatchObject({ shipGoodsWithWaybills: 0, taxOfficeID: 0 });
  });
});

describe('deleteCustomer', () => {
  it('takes the addresses along, and logs just the customer', async () => {
    const { account, call, find, one, refusal } = await asker();
    // Every third customer has two addresses.
    expect((await one(1007)).city).not.toBe('');
    const before = account.data('addresses').list().length;
    const { errorCode } = (await call('deleteCustomer', { customerID: 1008 })).status;
    expect(errorCode).toBe(0);
    expect(await find({ customerID: 1008 })).toEqual([]);
    expect(
      account
        .data('addresses')
        .list()
        .filter((address) => address.ownerID === 1008),
    ).toEqual([]);
    expect(account.data('addresses').list().length).toBeLessThan(before);
    const log = async (tableName: string) => (await call('getUserOperationsLog', { tableName })).records;
    expect(await log('customers')).toMatchObject([{ itemID: 1008 }]);
    expect(await log('addresses')).toEqual([]);
    expect(await refusal('deleteCustomer', { customerID: 1008 })).toEqual([1011, 'customerID']);
  });

  it('refuses whom others refer to with 1022, and not whom only the customer itself does', async () => {
    const { refusal, save } = await asker();
    expect(await refusal('deleteCustomer', { customerID: 1003 })).toEqual([1022, null]);
    const payer = await save({ lastName: 'Payer' });
    await save({ customerID: payer, invoicePayerID: payer });
    const other = await save({ lastName: 'Other', invoicePayerID: payer });
    expect(await refusal('deleteCustomer', { customerID: payer })).toEqual([1022, null]);
    await save({ customerID: other, invoicePayerID: 0 });
    expect(await refusal('deleteCustomer', { customerID: payer })).toEqual([0, undefined]);
  });
});

describe('getCustomers', () => {
  it('adds addresses, contact persons, balances and ties when they are asked for', async () => {
    const { one, save } = await asker();
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
    const { call } = await asker();
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
    const { call, save } = await asker();
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
    const { call } = await asker();
    const { records, status } = await call('getCustomers', { doNotCalculateRecordsTotal: 1, pageNo: 6 });
    expect([records.length, status.recordsTotal]).toEqual([8, 999_999_999]);
  });

  it('refuses days that are none, and modes and colours that it does not know', async () => {
    const { refusal } = await asker();
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

describe('web shop logins', () => {
  it('are checked without a session, and wrong ones lock nobody', async () => {
    const { call, refusal, save } = await asker();
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
    const { account, call } = await asker();
    account.setConfig({ set: { customerLoginFailure: 'empty' } });
    const { records, status } = await call('verifyCustomerUser', { username: 'shopper1005', password: 'x' });
    expect([status.errorCode, records]).toEqual([0, []]);
  });

  it('say which names are free', async () => {
    const { refusal } = await asker();
    expect(await refusal('validateCustomerUsername', { username: 'shopper1005' })).toEqual([
      1012,
      'username',
    ]);
    expect(await refusal('validateCustomerUsername', { username: 'shopper1006' })).toEqual([0, undefined]);
    for (const fields of [{}, { username: '' }])
      expect(await refusal('validateCustomerUsername', fields)).toEqual([1010, 'username']);
  });

  it('keep a password nowhere, and a hash of it in the state only', async () => {
    const { mock, server } = assembleMock({ now: start, frozen: true, journal: 'full' }, '127.0.0.1');
    const { account, call, save } = await asker(mock);
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

describe('getDefaultCustomer', () => {
  it('goes by the setting, then by the mark, and may find nobody', async () => {
    const { account, call, set } = await asker();
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

describe('balances', () => {
  it('are those of some customers, or of all', async () => {
    const { call } = await asker();
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
    const { account, call } = await asker(frozenMock({ customers: 20_000 }));
    const both = await Promise.all([call('getCustomerBalances'), call('getCustomerBalances')]);
    expect(both.map(({ status }) => status.errorCode).sort()).toEqual([0, 1021]);
    expect((await call('getCustomerBalances')).status.errorCode).toBe(0);
    account.setConfig({ modules: { customerBalances: false } });
    expect((await call('getCustomerBalances')).status.errorCode).toBe(1006);
  });
});

describe('accounts whose customers live in a registry of their own', () => {
  it('answer 1120 to the calls that are documented to', async () => {
    const { account, refusal } = await asker();
    account.setConfig({ set: { customerRegistry: 'external' } });
    expect(await refusal('getCustomers')).toEqual([1120, null]);
    expect(await refusal('saveCustomer', { lastName: 'x' })).toEqual([1120, null]);
    expect((await refusal('getCustomerBalance', { customerIDs: '1003' }))[0]).toBe(0);
  });
});
