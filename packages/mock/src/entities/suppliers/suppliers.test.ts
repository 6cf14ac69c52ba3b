import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

type Supplier = { supplierID: number; fullName: string; companyID: number };

async function asker(mock = frozenMock()) {
  const { call } = await loggedIn(mock);
  const detail = { responseMode: 'detail', recordsOnPage: 100 };
  const find = async (fields: Fields = {}): Promise<any[]> =>
    (await call('getSuppliers', { ...detail, ...fields })).records;
  const refusal = async (request: string, fields: Fields = {}) => {
    const { status } = await call(request, fields);
    return [status.errorCode, status.errorField];
  };
  const idsOf = async (fields: Fields) => (await find(fields)).map((supplier) => supplier.supplierID).sort();
  return { mock, call, find, idsOf, refusal };
}

describe('saveSupplier', () => {
  it('makes a company in the first group, and edits just what is named', async () => {
    const { mock, call, find } = await asker();
    const saved = await call('saveSupplier', {
      ...{ companyName: 'Ünï "Ltd"', countryID: 1, vatNumber: 'XX1', code: '77' },
      ...{ birthday: '', paymentDays: 14, attributeName1: 'a', attributeValue1: '1' },
    });
    const { supplierID } = saved.records[0];
    expect(saved.records).toEqual([{ supplierID: 1121, alreadyExists: false }]);
    const [made] = await find({ supplierID });
    expect(made).toMatchObject({
      ...{ supplierType: 'COMPANY', fullName: 'Ünï "Ltd"', companyName: 'Ünï "Ltd"', firstName: '' },
      ...{ groupID: 1, groupName: 'Wholesalers', countryName: 'Austria', countryCode: 'AT' },
      ...{ vatNumber: 'XX1', code: '77', paymentDays: 14, added: start, lastModified: '0' },
      attributes: [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }],
    });
    mock.clock.advance(60);
    await call('saveSupplier', { supplierID, phone: '1' });
    expect(await find({ supplierID })).toEqual([{ ...made, phone: '1', lastModified: String(start + 60) }]);
    await call('saveSupplier', { supplierID, companyName: 'Renamed' });
    expect(await find({ supplierID })).toMatchObject([{ fullName: 'Renamed', supplierType: 'COMPANY' }]);
  });

  it('makes persons, by the parts of a name or by the whole', async () => {
    const { call, find } = await asker();
    const person = { firstName: 'Ada', lastName: 'Sample', companyID: 2, birthday: '2000-02-29' };
    const split = (await call('saveSupplier', person)).records[0].supplierID;
    const whole = (await call('saveSupplier', { fullName: 'Ben von Specimen' })).records[0].supplierID;
    const [{ companyName }] = await find({ supplierID: 2 });
    const ofCompany = { companyID: 2, parentCompanyName: companyName, birthday: '2000-02-29' };
    expect(await find({ supplierID: split })).toMatchObject([
      { supplierType: 'PERSON', fullName: 'Sample, Ada', ...ofCompany },
    ]);
    expect(await find({ supplierID: whole })).toMatchObject([
      { supplierType: 'PERSON', fullName: 'Ben von Specimen', firstName: '', lastName: '' },
    ]);
    await call('saveSupplier', { supplierID: split, firstName: 'Eve' });
    await call('saveSupplier', { supplierID: whole, notes: 'x' });
    expect(await find({ supplierID: split })).toMatchObject([{ fullName: 'Sample, Eve' }]);
    expect(await find({ supplierID: whole })).toMatchObject([{ fullName: 'Ben von Specimen' }]);
  });

  it('refuses what has no name, and what does not exist', async () => {
    const { refusal } = await asker();
    expect(await refusal('saveSupplier', { firstName: 'x' })).toEqual([1010, 'companyName']);
    expect(await refusal('saveSupplier', { supplierID: 999, notes: 'x' })).toEqual([1011, 'supplierID']);
    for (const name of ['groupID', 'countryID', 'companyID', 'vatrateID'])
      expect(await refusal('saveSupplier', { companyName: 'x', [name]: 999 })).toEqual([1011, name]);
    expect(await refusal('saveSupplier', { supplierID: 1, groupID: 0 })).toEqual([1016, 'groupID']);
    expect(await refusal('saveSupplier', { companyName: 'x', groupID: 0 })).toEqual([0, undefined]);
  });

  it('shows a new name in products at once', async () => {
    const { call } = await asker();
    await call('saveProduct', { productID: 1, supplierID: 1 });
    await call('getProducts', { productID: 1 });
    await call('saveSupplier', { supplierID: 1, companyName: 'Renamed' });
    expect((await call('getProducts', { productID: 1 })).records[0].supplierName).toBe('Renamed');
  });
});

describe('deleteSupplier and deleteSupplierGroup', () => {
  it('refuse what others refer to with 1022, and log what they delete', async () => {
    const { call, refusal } = await asker();
    const { supplierID } = (await call('saveSupplier', { companyName: 'Short-lived' })).records[0];
    const contact = (await call('saveSupplier', { lastName: 'x', companyID: supplierID })).records[0];
    expect(await refusal('deleteSupplier', { supplierID })).toEqual([1022, null]);
    expect(await refusal('deleteSupplier', { supplierID: contact.supplierID })).toEqual([0, undefined]);
    await call('saveProduct', { productID: 1, supplierID });
    expect(await refusal('deleteSupplier', { supplierID })).toEqual([1022, null]);
    await call('saveProduct', { productID: 1, supplierID: 0 });
    expect(await refusal('deleteSupplier', { supplierID })).toEqual([0, undefined]);
    expect(await refusal('deleteSupplier', { supplierID })).toEqual([1011, 'supplierID']);
    const log = await call('getUserOperationsLog', { tableName: 'suppliers' });
    expect(log.records.map((entry: { itemID: number }) => entry.itemID)).toEqual([
      contact.supplierID,
      supplierID,
    ]);
  });

  it('delete a group when its last supplier has left it', async () => {
    const { call, refusal } = await asker();
    const { supplierGroupID } = (await call('saveSupplierGroup', { name: 'New' })).records[0];
    const company = { companyName: 'x', groupID: supplierGroupID };
    const { supplierID } = (await call('saveSupplier', company)).records[0];
    expect(await refusal('deleteSupplierGroup', { supplierGroupID })).toEqual([1022, null]);
    await call('saveSupplier', { supplierID, groupID: 1 });
    expect(await refusal('deleteSupplierGroup', { supplierGroupID })).toEqual([0, undefined]);
    const log = await call('getUserOperationsLog', { tableName: 'supplierGroups' });
    expect(log.records).toMatchObject([{ itemID: supplierGroupID }]);
  });
});

describe('getSuppliers', () => {
  it('answers companies, their contact persons, or both', async () => {
    const { find } = await asker();
    const all = await find();
    const byMode = async (mode: string) => (await find({ mode })).map((one) => one.supplierID);
    const isContact = (one: Supplier) => one.companyID !== 0;
    const expected = (test: (one: Supplier) => boolean) => all.filter(test).map((one) => one.supplierID);
    expect(all).toHaveLength(16);
    expect(await byMode('ALL')).toEqual(expected(() => true));
    expect(await byMode('CONTACTS')).toEqual(expected(isContact));
    expect(await byMode('SUPPLIERS')).toEqual(expected((one) => !isContact(one)));
    expect(expected(isContact)).toHaveLength(4);
  });

  it('searches names, addresses and telephones somewhere in the middle, numbers exactly', async () => {
    const { call, idsOf } = await asker();
    const one = {
      ...{ companyName: 'Zyx Quartz', email: 'boss@zyx.example.test', phone: '987654' },
      ...{ mobile: '123987', vatNumber: 'XX4711', code: '4711' },
    };
    const { supplierID } = (await call('saveSupplier', one)).records[0];
    for (const searchName of ['yx qua', 'BOSS@zyx', '8765', '2398'])
      expect(await idsOf({ searchName })).toEqual([supplierID]);
    expect(await idsOf({ searchVATNo: 'XX4711' })).toEqual([supplierID]);
    expect(await idsOf({ searchVATNo: 'XX47' })).toEqual([]);
    expect(await idsOf({ searchRegistryCode: '4711' })).toEqual([supplierID]);
    expect(await idsOf({ searchRegistryCode: '471' })).toEqual([]);
    expect(await idsOf({ searchName: 'Zyx', searchVATNo: 'other' })).toEqual([]);
    expect(await idsOf({ searchName: '', searchVATNo: '', searchPersonLastName: '' })).toHaveLength(17);
  });

  it('searches persons by their names, and no companies', async () => {
    const { call, idsOf } = await asker();
    const person = { firstName: 'Quentin', lastName: 'Zyx' };
    const { supplierID } = (await call('saveSupplier', person)).records[0];
    await call('saveSupplier', { companyName: 'Zyx, Quentin & Sons' });
    expect(await idsOf({ searchPersonFullName: 'zyx, q' })).toEqual([supplierID]);
    expect(await idsOf({ searchPersonFirstName: 'uent' })).toEqual([supplierID]);
    expect(await idsOf({ searchPersonLastName: 'zy' })).toEqual([supplierID]);
  });

  it('sorts by name, ID, group and last change, both ways', async () => {
    const { call, find } = await asker();
    await call('saveSupplier', { supplierID: 5, companyName: 'aaa' });
    const ids = async (orderBy: string, orderByDir: string) =>
      (await find({ orderBy, orderByDir })).map((supplier) => supplier.supplierID);
    expect((await find()).map((supplier) => supplier.supplierID)).toEqual(await ids('name', 'asc'));
    expect((await ids('name', 'asc'))[0]).toBe(5);
    expect((await ids('lastChanged', 'desc'))[0]).toBe(5);
    const groups = (await find({ orderBy: 'group' })).map((supplier) => supplier.groupID);
    expect(groups).toEqual([...groups].sort());
    for (const orderBy of ['supplierID', 'name', 'group', 'lastChanged'])
      expect(await ids(orderBy, 'desc')).toEqual((await ids(orderBy, 'asc')).reverse());
  });

  it('never shows a stale name of a group, a country or a company', async () => {
    const { call, find, mock } = await asker();
    const shown = async () => {
      const [{ groupName, countryName }] = await find({ supplierID: 1 });
      const [{ parentCompanyName }] = await find({ supplierID: 13 });
      return { groupName, countryName, parentCompanyName };
    };
    await shown();
    const [{ groupID, countryID }] = await find({ supplierID: 1 });
    await call('saveSupplierGroup', { supplierGroupID: groupID, name: 'G' });
    mock.account('100001').data('countries').update(countryID, { countryName: 'C' });
    await call('saveSupplier', { supplierID: 1, companyName: 'P' });
    expect(await shown()).toEqual({ groupName: 'G', countryName: 'C', parentCompanyName: 'P' });
  });
});
