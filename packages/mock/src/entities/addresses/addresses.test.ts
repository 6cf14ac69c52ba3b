import { describe, expect, it } from 'vitest';

import { type Fields, loggedIn, start } from '../../../test/ask.ts';
import { assembleMock } from '../../create-mock.ts';
import { customerDataEntries } from '../customers/customer-data-log.ts';

type Row = Record<string, any>;

/** An empty shop in Estonia with a person, a company that buys, and a supplier. */
async function shop() {
  const { mock, server } = assembleMock(
    { dataset: 'empty', now: start, frozen: true, realTime: () => start * 1000 },
    '127.0.0.1',
  );
  const account = mock.account('100001');
  const data = (name: string) => account.data(name as 'products');
  const person = data('customers').insert({ customerType: 'PERSON', fullName: 'B, A', groupID: 1 });
  const buyer = data('customers').insert({ customerType: 'COMPANY', fullName: 'C', groupID: 1 });
  const supplier = data('suppliers').insert({ supplierType: 'COMPANY', fullName: 'S', address: 'Old 1' });
  const login = await loggedIn(mock);
  const codeOf = async (request: string, fields: Fields = {}) => {
    const { errorCode, errorField } = (await login.call(request, fields)).status;
    return [errorCode, errorField];
  };
  const log = () => {
    const found = server.accounts.find('100001');
    return found === undefined ? [] : customerDataEntries(found);
  };
  return { mock, account, data, log, person, buyer, supplier, ...login, codeOf };
}

const parts = { street: '1 Oak St', address2: 'Flat 2', city: 'Town', state: 'S', country: 'Estonia' };
const line = '1 Oak St, Flat 2, Town, S, 10001, Estonia';

describe('saveAddress', () => {
  it('makes an address of a customer, a supplier or the company, and edits just what is named', async () => {
    const { mock, person, supplier, call } = await shop();
    for (const ownerID of [person, supplier, 1]) {
      const saved = { ownerID, typeID: 2, ...parts, postalCode: '10001' };
      const [{ addressID }] = (await call('saveAddress', saved)).records;
      expect((await call('getAddresses', { ownerID })).records).toEqual([
        {
          addressID,
          ...{ ownerID, typeID: 2, typeName: 'Delivery address', typeActivelyUsed: 1 },
          ...{ ...parts, postalCode: '10001', postcode: '10001', address: line },
          ...{ added: start, lastModified: 0, lastModifierUsername: '', lastModifierEmployeeID: 0 },
        },
      ]);
    }
    mock.clock.advance(60);
    const edited = await call('saveAddress', {
      addressID: 1,
      city: 'Other',
      attributeName1: 'a',
      attributeValue1: '1',
    });
    expect(edited.records).toEqual([{ addressID: 1 }]);
    expect((await call('getAddresses', { addressID: 1 })).records).toMatchObject([
      {
        ...{ ...parts, city: 'Other', postalCode: '10001', lastModified: start + 60 },
        ...{ lastModifierUsername: 'demo', lastModifierEmployeeID: 1 },
        attributes: [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }],
      },
    ]);
  });

  it.each<[string, Fields, number, string]>([
    ['a new one without an owner', { typeID: 1 }, 1010, 'ownerID'],
    ['a new one without a type', { ownerID: 1 }, 1010, 'typeID'],
    ['an owner that does not exist', { ownerID: 999, typeID: 1 }, 1011, 'ownerID'],
    ['a type that does not exist', { ownerID: 1, typeID: 9 }, 1011, 'typeID'],
    ['an address that does not exist', { addressID: 9 }, 1011, 'addressID'],
    [
      'a postal code of 17 characters',
      { ownerID: 1, typeID: 1, postalCode: '1'.repeat(17) },
      1014,
      'postalCode',
    ],
  ])('refuses %s', async (_name, fields, errorCode, errorField) => {
    const { codeOf } = await shop();
    expect(await codeOf('saveAddress', fields)).toEqual([errorCode, errorField]);
  });

  it('takes no owner and no type away from an address, and 16 characters of a postal code', async () => {
    const { call, codeOf } = await shop();
    await call('saveAddress', { ownerID: 1, typeID: 1, postalCode: '1'.repeat(16) });
    expect(await codeOf('saveAddress', { addressID: 1, ownerID: 0 })).toEqual([1011, 'ownerID']);
    expect(await codeOf('saveAddress', { addressID: 1, typeID: 0 })).toEqual([1011, 'typeID']);
    expect((await call('getAddresses')).records).toMatchObject([
      { ownerID: 1, typeID: 1, postalCode: '1'.repeat(16) },
    ]);
  });
});

describe('deleteAddress', () => {
  it('deletes one address, and the operations log knows', async () => {
    const { person, call, codeOf } = await shop();
    for (const street of ['One', 'Two']) await call('saveAddress', { ownerID: person, typeID: 1, street });
    expect(await call('deleteAddress', { addressID: 1 })).toMatchObject({
      status: { errorCode: 0 },
      records: [],
    });
    expect((await call('getAddresses')).records).toMatchObject([{ addressID: 2 }]);
    expect((await call('getUserOperationsLog', { tableName: 'addresses' })).records).toMatchObject([
      { tableName: 'addresses', itemID: 1, operation: 'delete' },
    ]);
    expect(await codeOf('deleteAddress', { addressID: 1 })).toEqual([1011, 'addressID']);
    expect(await codeOf('deleteAddress')).toEqual([1010, 'addressID']);
  });
});

describe('the record of an owner', () => {
  it('of a customer shows the first address as it is now, and is not dated anew', async () => {
    const { mock, person, call } = await shop();
    const shown = async () => {
      const { records } = await call('getCustomers', { customerID: person, responseMode: 'detail' });
      const { address, street, postalCode, addressTypeID, addressTypeName, lastModified } = records[0];
      return { address, street, postalCode, addressTypeID, addressTypeName, lastModified };
    };
    const nothing = {
      address: '',
      street: '',
      postalCode: '',
      addressTypeID: 0,
      addressTypeName: '',
      lastModified: 0,
    };
    expect(await shown()).toEqual(nothing);
    mock.clock.advance(60);
    await call('saveAddress', { ownerID: person, typeID: 1, ...parts, postalCode: '10001' });
    await call('saveAddress', { ownerID: person, typeID: 2, street: 'Two' });
    const type = { addressTypeID: 1, addressTypeName: 'Registered address' };
    const first = { address: line, street: '1 Oak St', postalCode: '10001', ...type, lastModified: 0 };
    expect(await shown()).toEqual(first);
    await call('saveAddress', { addressID: 1, street: '2 Oak St' });
    expect((await shown()).street).toBe('2 Oak St');
    await call('deleteAddress', { addressID: 1 });
    const second = { address: 'Two', street: 'Two', addressTypeID: 2, addressTypeName: 'Delivery address' };
    expect(await shown()).toEqual({ ...nothing, ...second });
    await call('deleteAddress', { addressID: 2 });
    expect(await shown()).toEqual(nothing);
  });

  it('of a supplier shows the first address, or what it has itself', async () => {
    const { supplier, call } = await shop();
    const shown = async () => (await call('getSuppliers', { supplierID: supplier })).records[0].address;
    expect(await shown()).toBe('Old 1');
    await call('saveAddress', { ownerID: supplier, typeID: 1, ...parts, postalCode: '10001' });
    expect(await shown()).toBe(line);
    await call('deleteAddress', { addressID: 1 });
    expect(await shown()).toBe('Old 1');
  });

  it('of the company stays as it is', async () => {
    const { call } = await shop();
    const before = (await call('getCompanyInfo')).records;
    await call('saveAddress', { ownerID: 1, typeID: 1, street: 'Elsewhere' });
    expect((await call('getCompanyInfo')).records).toEqual(before);
  });
});

describe('an owner that is deleted', () => {
  const left = async ({ call }: Awaited<ReturnType<typeof shop>>) =>
    (await call('getAddresses')).records.map((address: Row) => address.ownerID);

  it('takes its addresses along, without an entry of their own in the operations log', async () => {
    const made = await shop();
    const { account, supplier, person, buyer, call } = made;
    for (const ownerID of [supplier, person, buyer, 1]) await call('saveAddress', { ownerID, typeID: 1 });
    expect((await call('deleteSupplier', { supplierID: supplier })).status.errorCode).toBe(0);
    expect(await left(made)).toEqual([person, buyer, 1]);
    account.data('customers').remove(person);
    expect(await left(made)).toEqual([buyer, 1]);
    expect((await call('getUserOperationsLog', { tableName: 'addresses' })).records).toEqual([]);
  });

  it('leaves those that are the company’s as well', async () => {
    const made = await shop();
    made.data('suppliers').insert({ supplierID: 1, supplierType: 'COMPANY', fullName: 'S' });
    await made.call('saveAddress', { ownerID: 1, typeID: 1 });
    await made.call('deleteSupplier', { supplierID: 1 });
    expect(await left(made)).toEqual([1]);
  });
});

describe('data with addresses', () => {
  const record = (table: string, fields: Row) => JSON.stringify({ table, record: fields });
  const address = (ownerID: number) => record('addresses', { addressID: 7, ownerID, typeID: 1 });

  it('needs an owner of one of the kinds, in the account or in the data', async () => {
    const { account, supplier, call } = await shop();
    for (const ownerID of [1, supplier]) await account.importData(address(ownerID));
    await account.importData(`${address(5)}\n${record('customers', { customerID: 5 })}`);
    expect((await call('getAddresses')).records).toMatchObject([{ addressID: 7, ownerID: 5 }]);
    const none =
      'line 1: addresses: ownerID is 999, and none of customers, suppliers, companyInfos have a record 999';
    await expect(account.importData(address(999))).rejects.toThrow(none);
  });
});

describe('the processing log', () => {
  const entriesOf = (made: Awaited<ReturnType<typeof shop>>) =>
    made.log().map(({ activityType, customerID, fields }) => [activityType, customerID, fields]);

  it('has what is done to addresses of persons, and of nobody else', async () => {
    const made = await shop();
    const { person, buyer, supplier, data, call } = made;
    for (const ownerID of [buyer, supplier, 1, person]) await call('saveAddress', { ownerID, typeID: 1 });
    expect(entriesOf(made)).toEqual([['create', person, 'address']]);
    expect(made.log()).toMatchObject([{ userName: 'demo', employeeID: 1, timestamp: start }]);
    await call('saveAddress', { addressID: 4, city: 'Other' });
    await call('saveAddress', { addressID: 1, city: 'Other' });
    const other = data('customers').insert({ customerType: 'PERSON', fullName: 'D' });
    await call('saveAddress', { addressID: 4, ownerID: other });
    await call('deleteAddress', { addressID: 4 });
    await call('deleteAddress', { addressID: 1 });
    await call('saveAddress', { ownerID: person, typeID: 9 });
    await call('getAddresses', { ownerID: person });
    expect(entriesOf(made).slice(1)).toEqual([
      ['update', person, 'address'],
      ['delete', person, 'address'],
      ['create', other, 'address'],
      ['delete', other, 'address'],
    ]);
  });

  it('has nothing of that outside of the European Union', async () => {
    const made = await shop();
    made.data('confParameters').update(1, { country: 'US' });
    await made.call('saveAddress', { ownerID: made.person, typeID: 1 });
    expect(entriesOf(made)).toEqual([]);
  });
});
