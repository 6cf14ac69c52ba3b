import { describe, expect, it } from 'vitest';

import { frozenMock, start } from '../../../test/ask.ts';
import { customerAsker } from '../../../test/customer-asker.ts';

describe('saveCustomer', () => {
  it('makes a person in the first group, and edits just what is named', async () => {
    const { mock, call, one, save } = await customerAsker();
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

  it('keeps attributes and long attributes, and has neither when all of them are removed', async () => {
    const { one, save } = await customerAsker();
    const id = await save({
      companyName: 'Acme',
      attributeName1: 'loyalty',
      attributeValue1: 'gold',
      longAttributeName1: 'delivery',
      longAttributeValue1: 'ring twice',
      longAttributeName2: 'gate',
      longAttributeValue2: 'north',
    });
    await save({ customerID: id, longAttributeName1: 'gate', longAttributeValue1: 'null' });
    const longAttributes = [{ attributeName: 'delivery', attributeValue: 'ring twice' }];
    const attributes = [{ attributeName: 'loyalty', attributeType: 'text', attributeValue: 'gold' }];
    expect(await one(id)).toMatchObject({ attributes, longAttributes });
    await save({
      customerID: id,
      attributeName1: 'loyalty',
      attributeValue1: 'null',
      longAttributeName1: 'delivery',
      longAttributeValue1: 'null',
    });
    expect(Object.keys(await one(id)).filter((field) => field.endsWith('ttributes'))).toEqual([]);
  });

  it('makes companies, which have nothing of a person, and persons, who have nothing of a company', async () => {
    const { one, save } = await customerAsker();
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
    const { one, save } = await customerAsker();
    const names = { companyName2: ' Two ', email: ' a@example.test ' };
    expect(await one(await save(names))).toMatchObject({ fullName: ' Two ', email: ' a@example.test ' });
    expect(await one(await save({ ...names, trimInputData: 1 }))).toMatchObject({
      ...{ companyName: 'Two', fullName: 'Two', email: 'a@example.test' },
    });
    expect(await one(await save({ ...names, companyName: 'One' }))).toMatchObject({ companyName: 'One' });
  });

  it('reads outsideEU as the older word for euCustomerType', async () => {
    const { one, save } = await customerAsker();
    const id = await save({ lastName: 'X', outsideEU: 1 });
    expect(await one(id)).toMatchObject({ euCustomerType: 'OUTSIDE_EU', outsideEU: 1 });
    await save({ customerID: id, outsideEU: 0 });
    expect(await one(id)).toMatchObject({ euCustomerType: 'DOMESTIC', outsideEU: 0 });
    await save({ customerID: id, outsideEU: 1, euCustomerType: 'EU' });
    expect(await one(id)).toMatchObject({ euCustomerType: 'EU', outsideEU: 0 });
  });

  it('refuses what has no name, what does not exist, and what is not a group', async () => {
    const { refusal } = await customerAsker();
    expect(await refusal('saveCustomer', { firstName: 'x' })).toEqual([1010, 'companyName']);
    expect(await refusal('saveCustomer', { customerID: 1, notes: 'x' })).toEqual([1011, 'customerID']);
    const references = ['groupID', 'countryID', 'companyID', 'invoicePayerID', 'priceListID3', 'homeStoreID'];
    for (const name of [...references, 'customerManagerID', 'deliveryTypeID'])
      expect(await refusal('saveCustomer', { lastName: 'x', [name]: 999 })).toEqual([1011, name]);
    expect(await refusal('saveCustomer', { customerID: 1005, groupID: 0 })).toEqual([1016, 'groupID']);
    expect(await refusal('saveCustomer', { customerID: 1005, companyID: 1005 })).toEqual([1016, 'companyID']);
    expect(await refusal('saveCustomer', { lastName: 'x', groupID: 0 })).toEqual([0, undefined]);
  });

  it('wants a name in the web shop, and codes where the account says so, for one customer only', async () => {
    const { one, refusal, save, set } = await customerAsker();
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
      const { account, call, one, save } = await customerAsker();
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
    const { one, refusal, save } = await customerAsker();
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
    const { one, refusal, save, set } = await customerAsker();
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
    const { account, call, find, one, refusal } = await customerAsker(frozenMock({ documents: 0 }));
    // Every third customer has two addresses.
    expect((await one(1089)).city).not.toBe('');
    const before = account.data('addresses').list().length;
    const { errorCode } = (await call('deleteCustomer', { customerID: 1090 })).status;
    expect(errorCode).toBe(0);
    expect(await find({ customerID: 1090 })).toEqual([]);
    expect(
      account
        .data('addresses')
        .list()
        .filter((address) => address.ownerID === 1090),
    ).toEqual([]);
    expect(account.data('addresses').list().length).toBeLessThan(before);
    const log = async (tableName: string) => (await call('getUserOperationsLog', { tableName })).records;
    expect(await log('customers')).toMatchObject([{ itemID: 1090 }]);
    expect(await log('addresses')).toEqual([]);
    expect(await refusal('deleteCustomer', { customerID: 1090 })).toEqual([1011, 'customerID']);
  });

  it('refuses whom others refer to with 1022, and not whom only the customer itself does', async () => {
    const { refusal, save } = await customerAsker();
    expect(await refusal('deleteCustomer', { customerID: 1003 })).toEqual([1022, null]);
    const payer = await save({ lastName: 'Payer' });
    await save({ customerID: payer, invoicePayerID: payer });
    const other = await save({ lastName: 'Other', invoicePayerID: payer });
    expect(await refusal('deleteCustomer', { customerID: payer })).toEqual([1022, null]);
    await save({ customerID: other, invoicePayerID: 0 });
    expect(await refusal('deleteCustomer', { customerID: payer })).toEqual([0, undefined]);
  });
});
