import { describe, expect, it } from 'vitest';

import { ask, type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

/** An empty shop in Estonia with products 1 to 3 and a second location, and a supplier. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  const names = { supplierType: 'COMPANY', fullName: 'Main Goods', companyName: 'Main Goods' } as const;
  const supplierID = account.data('suppliers').insert({ ...names, groupID: 1 });
  for (const price of [10, 20, 30])
    account
      .data('products')
      .insert({ groupID: 1, name: `P${price}`, code: `c${price}`, price, vatrateID: 1 });
  account.data('warehouses').insert({ name: 'Second' });
  account.data('confParameters').update(1, { country: 'EE', use_purchase_waybills: 1 });
  const { call } = await loggedIn(mock);
  const save = (fields: Fields) =>
    call('savePurchaseDocument', { supplierID, no: 'S-1', currencyCode: 'EUR', ...fields });
  return { mock, account, call, save, supplierID };
}

type Shop = Awaited<ReturnType<typeof shop>>;
type Call = Shop['call'];

const one = { productID1: 1, amount1: 10, price1: 4 };

const document = async (call: Call, id: number, fields: Fields = {}) =>
  (await call('getPurchaseDocuments', { id, ...fields })).records[0];

const ids = async (call: Call, fields: Fields = {}) =>
  (await call('getPurchaseDocuments', { orderByDir: 'asc', ...fields })).records.map((row: any) => row.id);

/** What products 1 to 3 have in stock, and what is on its way to each location. */
async function stock(call: Call, warehouseID = 1) {
  const { records } = await call('getProducts', { getStockInfo: 1, orderBy: 'productID', orderByDir: 'asc' });
  return records.map(({ warehouses }: any) => {
    const { totalInStock, orderPending } = warehouses[warehouseID];
    return [totalInStock, orderPending];
  });
}

/** All that a refused save could leave behind. */
async function traces({ call, account }: Shop) {
  const { records: log } = await call('getUserOperationsLog', { tableName: 'purchaseDocuments' });
  const onOrder = (await call('getAmountsOnOrder')).records;
  return {
    documents: (await call('getPurchaseDocuments', { getRowsForAllInvoices: 1, getCost: 1 })).records,
    ...{ stock: await stock(call), onOrder, log, size: account.data('purchaseDocuments').list().length },
  };
}

const refusal = ({ status }: { status: any }) => [status.errorCode, status.errorField];

describe('savePurchaseDocument', () => {
  it('makes a confirmed invoice whose goods are in stock, with totals from net prices', async () => {
    const { call, save, supplierID } = await shop();
    const rows = { productID1: 1, amount1: 3, price1: 4.5, discount1: 10, itemName2: 'Freight', amount2: 1 };
    const saved = await save({ ...rows, price2: 5, vatrateID2: 0, notes: 'n', shipDate: '2026-05-20' });
    expect(saved.records).toEqual([
      {
        ...{ invoiceID: 1, invoiceRegNo: '1', invoiceNo: 'S-1', invoiceLink: '', net: 17.15 },
        ...{ vat: 2.92, total: 20.07 },
        rows: [
          { rowID: expect.any(Number), stableRowID: 1, productID: 1, serviceID: 0, amount: '3' },
          { rowID: expect.any(Number), stableRowID: 2, productID: 0, serviceID: 0, amount: '1' },
        ],
      },
    ]);
    expect(await document(call, 1)).toMatchObject({
      ...{ id: 1, type: 'PRCINVOICE', status: 'READY', confirmed: 1, warehouseID: 1, number: 'S-1' },
      ...{ regnumber: '1', date: '2026-05-28', inventoryTransactionDate: '2026-05-28', supplierID },
      ...{ supplierName: 'Main Goods', supplierGroupID: 1, employeeID: 1, currencyCode: 'EUR' },
      ...{ currencyRate: 1, netTotal: 17.15, vatTotal: 2.92, total: 20.07, rounding: 0, notes: 'n' },
      netTotalsByTaxRate: [
        { vatrateID: 1, total: 12.15 },
        { vatrateID: 0, total: 5 },
      ],
      ...{ added: start, lastModified: 0, shipDate: '2026-05-20', baseDocuments: [], baseToDocuments: [] },
      rows: [
        {
          ...{ stableRowID: 1, productID: 1, serviceID: 0, itemName: 'P10', code: 'c10', code2: '' },
          ...{ vatrateID: 1, amount: 3, price: 4.5, discount: 10, deliveryDate: '' },
        },
        expect.objectContaining({ stableRowID: 2, productID: 0, itemName: 'Freight', amount: 1 }),
      ],
    });
    expect(await stock(call)).toEqual([
      [3, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it.each<[Fields, number[]]>([
    [{}, [10, 0]],
    [{ type: 'PRCINVOICE' }, [10, 0]],
    [{ type: 'CASHPRCINVOICE' }, [10, 0]],
    [{ type: 'PRCWAYBILL' }, [10, 0]],
    [{ type: 'PRCRETURN', amount1: -10 }, [-10, 0]],
    [{ type: 'PRCORDER' }, [0, 10]],
    [{ type: 'PRCINVOICEONLY' }, [0, 0]],
    [{ type: 'PRCINVOICE', confirmInvoice: 0 }, [0, 0]],
    [{ type: 'PRCORDER', confirmInvoice: 0 }, [0, 0]],
  ])('%j has this effect on stock and on what is pending: %j', async (fields, expected) => {
    const { call, save } = await shop();
    await save({ ...one, ...fields });
    expect((await stock(call))[0]).toEqual(expected);
    await call('deletePurchaseDocument', { documentID: 1 });
    expect(await stock(call)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it.each<[string, Fields, number, string]>([
    ['a currency that is left out', { currencyCode: '' }, 1010, 'currencyCode'],
    ['a number that is left out', { no: '' }, 1010, 'no'],
    ['a supplier that is left out', { supplierID: '' }, 1010, 'supplierID'],
    ['a supplier who does not exist', { supplierID: 99 }, 1011, 'supplierID'],
    ['a document that does not exist', { id: 99 }, 1011, 'id'],
    ['a location that does not exist', { warehouseID: 99 }, 1011, 'warehouseID'],
    ['an employee who does not exist', { employeeID: 99 }, 1011, 'employeeID'],
    ['a contact who does not exist', { contactID: 99 }, 1011, 'contactID'],
    ['an address that does not exist', { addressID: 99 }, 1011, 'addressID'],
    ['a delivery address that does not exist', { deliveryAddressID: 99 }, 1011, 'deliveryAddressID'],
    ['a project that does not exist', { projectID: 99 }, 1011, 'projectID'],
    ['a currency that the account does not have', { currencyCode: 'XXX' }, 1011, 'currencyCode'],
    ['a rate of nothing', { currencyRate: 0 }, 1016, 'currencyRate'],
    ['a base that does not exist', { baseDocumentIDs: '1,99' }, 1011, 'baseDocumentIDs'],
    ['a type that does not exist', { type: 'INVOICE' }, 1016, 'type'],
    ['a day that does not exist', { date: '2026-02-30' }, 1014, 'date'],
    ['a time that does not exist', { time: '25:00:00' }, 1014, 'time'],
    ['a reason of what is not a return', { reasonID: 1 }, 1210, 'reasonID'],
    ['a reason that does not exist', { type: 'PRCRETURN', reasonID: 99 }, 1011, 'reasonID'],
    ['a product that does not exist', { productID1: 99 }, 1011, 'productID1'],
    ['a service that does not exist', { productID1: '', serviceID1: 99 }, 1011, 'serviceID1'],
    ['a product that is a service too', { serviceID1: 1 }, 1013, 'serviceID1'],
    ['a tax rate that does not exist', { vatrateID1: 99 }, 1011, 'vatrateID1'],
    ['a package that does not exist', { packageID1: 99 }, 1011, 'packageID1'],
    ['a product without an amount', { amount1: '', productID1: 1 }, 1010, 'amount1'],
    ['a row of nothing', { productID1: '' }, 1010, 'productID1'],
    ['an amount that is no number', { amount1: 'x' }, 1014, 'amount1'],
    ['a delivery date of what is not an order', { deliveryDate1: '2026-06-01' }, 1217, 'deliveryDate1'],
    ['row JSON that is none', { rowJDoc1: '{' }, 1014, 'rowJDoc1'],
    ['row JSON that is a list', { rowJDoc1: '[]' }, 1014, 'rowJDoc1'],
    ['JSON without an object for each application', { jdoc: '{"a":1}' }, 1014, 'jdoc'],
    ['a key with other characters', { temporaryUUID: 'a b' }, 1014, 'temporaryUUID'],
    ['a key that is too long', { temporaryUUID: 'x'.repeat(129) }, 1014, 'temporaryUUID'],
  ])('refuses %s and leaves nothing behind', async (_name, fields, errorCode, errorField) => {
    const made = await shop();
    await made.save(one);
    const before = await traces(made);
    expect(refusal(await made.save({ ...one, ...fields }))).toEqual([errorCode, errorField]);
    expect(await traces(made)).toEqual(before);
    // Neither a number nor the ID of a row was used up.
    const { records } = await made.save(one);
    expect(records[0]).toMatchObject({ invoiceID: 2, invoiceRegNo: '2' });
  });

  it.each(['PRCWAYBILL', 'PRCINVOICEONLY'])('has no %s without its setting', async (type) => {
    const { account, save, call } = await shop();
    account.data('confParameters').update(1, { use_purchase_waybills: 0 });
    expect(refusal(await save({ ...one, type }))).toEqual([1016, 'type']);
    expect(await ids(call)).toEqual([]);
  });

  it.each(['transactionTypeID', 'transportTypeID', 'deliveryTermsID'])(
    'takes %s of accounts in the European Union only',
    async (field) => {
      const { account, save, call } = await shop();
      await save({ ...one, [field]: 3 });
      expect((await document(call, 1))[field]).toBe(3);
      account.data('confParameters').update(1, { country: 'US' });
      expect(refusal(await save({ ...one, [field]: 3 }))).toEqual([1159, field]);
      expect((await save({ ...one, [field]: 0 })).status.errorCode).toBe(0);
    },
  );

  it('numbers each type by itself, and never gives a number twice', async () => {
    const { call, save } = await shop();
    const regnumbers: string[] = [];
    for (const type of ['PRCINVOICE', 'PRCORDER', 'PRCINVOICE'])
      regnumbers.push((await save({ ...one, type })).records[0].invoiceRegNo);
    await call('deletePurchaseDocument', { documentID: 3 });
    regnumbers.push((await save(one)).records[0].invoiceRegNo);
    expect(regnumbers).toEqual(['1', '1', '2', '3']);
  });

  it('makes nothing twice of one temporaryUUID, which a refused save does not use up', async () => {
    const made = await shop();
    const { call, save, mock, supplierID } = made;
    const uuid = { ...one, temporaryUUID: 'a.B-1' };
    await save({ ...uuid, amount1: 'x' });
    expect((await save(uuid)).records[0].invoiceID).toBe(1);
    const before = await traces(made);
    expect(refusal(await save(uuid))).toEqual([1206, 'temporaryUUID']);
    expect(await traces(made)).toEqual(before);
    const edit = await call('savePurchaseDocument', { id: 1, temporaryUUID: 'a.B-1', notes: 'edited' });
    expect(edit.status.errorCode).toBe(0);
    expect((await save({ ...one, temporaryUUID: 'a.B-2' })).records[0].invoiceID).toBe(2);
    mock.clock.advance(24 * 3600 - 1);
    const later = { supplierID, no: 'S-1', currencyCode: 'EUR', ...uuid };
    const { call: callLater } = await loggedIn(mock);
    expect((await callLater('savePurchaseDocument', later)).status.errorCode).toBe(1206);
    mock.clock.advance(1);
    expect((await callLater('savePurchaseDocument', later)).records[0].invoiceID).toBe(3);
  });

  it('remembers a temporaryUUID in snapshots, and forgets it with a reset', async () => {
    const { account, save } = await shop();
    account.snapshot('before');
    const uuid = { ...one, temporaryUUID: 'k' };
    await save(uuid);
    account.snapshot('after');
    account.restore('before');
    expect((await save(uuid)).status.errorCode).toBe(0);
    account.restore('after');
    expect((await save(uuid)).status.errorCode).toBe(1206);
  });

  it('keeps rounding and totals for the books that were sent, until others are', async () => {
    const { call, save } = await shop();
    const sent = { rounding: 0.02, netTotalForAccounting: 39.5, confirmInvoice: 0 };
    expect((await save({ ...one, ...sent })).records[0]).toMatchObject({ net: 40, vat: 9.6, total: 49.62 });
    const books = async () => {
      const { rounding, total, netTotalForAccounting, totalForAccounting } = await document(call, 1);
      return [rounding, total, netTotalForAccounting, totalForAccounting];
    };
    expect(await books()).toEqual([0.02, 49.62, 39.5, 49.62]);
    await call('savePurchaseDocument', { id: 1, ...one, price1: 5 });
    expect(await books()).toEqual([0.02, 62.02, 39.5, 62.02]);
  });

  it('converts totals for the books with the rate of the currency', async () => {
    const { call, save } = await shop();
    await save({ ...one, currencyCode: 'EUR', currencyRate: 0.5 });
    expect(await document(call, 1)).toMatchObject({ netTotalForAccounting: 20, totalForAccounting: 24.8 });
  });

  it('keeps attributes that an edit does not name, and who made it', async () => {
    const { call, save } = await shop();
    await save({ ...one, attributeName1: 'a', attributeValue1: '1' });
    await call('savePurchaseDocument', { id: 1, attributeName1: 'b', attributeValue1: '2' });
    const { attributes, employeeID } = await document(call, 1);
    expect(attributes.map((row: any) => row.attributeName)).toEqual(['a', 'b']);
    expect(employeeID).toBe(1);
  });

  it('keeps stable IDs of rows while none comes, goes or becomes another product’s', async () => {
    const { call, save } = await shop();
    const rows = { ...one, productID2: 2, amount2: 1, price2: 1 };
    await save({ type: 'PRCORDER', ...rows });
    const stable = async (fields: Fields) =>
      (await call('savePurchaseDocument', { id: 1, ...fields })).records[0].rows.map(
        (row: any) => row.stableRowID,
      );
    const first = await stable({ ...rows, amount1: 3 });
    expect(first).toEqual([1, 2]);
    const [second, third] = await stable(one).then(async ([id]) => [
      id,
      await stable({ ...rows, stableRowID2: 77 }),
    ]);
    expect(first).not.toContain(second);
    expect(third[1]).toBe(77);
  });

  it('is refused where the user has no access: at a location that is named, and at the first one (1064)', async () => {
    const { account, mock, supplierID } = await shop();
    account.data('users').insert({ userName: 'anna', password: 'secret', warehouseIDs: [2] } as never);
    const login = { clientCode: '100001', request: 'verifyUser', username: 'anna', password: 'secret' };
    const sessionKey = String((await ask(mock, login)).records[0].sessionKey);
    const codeAt = async (warehouseID: Fields) => {
      const asked = { clientCode: '100001', sessionKey, request: 'savePurchaseDocument', ...one };
      const fields = { ...asked, supplierID, no: '1', currencyCode: 'EUR', ...warehouseID };
      return (await ask(mock, fields)).status.errorCode;
    };
    expect([await codeAt({ warehouseID: 1 }), await codeAt({}), await codeAt({ warehouseID: 2 })]).toEqual([
      1064, 1064, 0,
    ]);
  });
});

describe('a confirmed document', () => {
  const rows = { ...one, productID2: 2, amount2: 1, price2: 5 };

  it.each<[string, Fields, number, string]>([
    ['another location', { warehouseID: 2 }, 1017, 'warehouseID'],
    ['another type', { type: 'CASHPRCINVOICE' }, 1017, 'type'],
    ['a draft again', { confirmInvoice: 0 }, 1017, 'confirmInvoice'],
    ['another product', { ...rows, productID2: 3 }, 1017, 'productID2'],
    ['another amount', { ...rows, amount1: 9 }, 1017, 'amount1'],
    ['another price', { ...rows, price2: 6 }, 1017, 'price2'],
    ['another discount', { ...rows, discount1: 5 }, 1017, 'discount1'],
    ['another tax', { ...rows, vatrateID1: 2 }, 1017, 'vatrateID1'],
    ['a row less', one, 1017, 'productID2'],
    ['a row more', { ...rows, productID3: 3, amount3: 1 }, 1017, 'productID3'],
    ['other JSON', { ...rows, rowJDoc1: '{"a":{}}' }, 1017, 'rowJDoc1'],
  ])('cannot have %s', async (_name, fields, errorCode, errorField) => {
    const made = await shop();
    await made.save(rows);
    const before = await traces(made);
    const edit = await made.call('savePurchaseDocument', { id: 1, ...fields });
    expect(refusal(edit)).toEqual([errorCode, errorField]);
    expect(await traces(made)).toEqual(before);
  });

  it('can have other words, and its rows as they are', async () => {
    const { call, save, mock } = await shop();
    await save(rows);
    const before = await document(call, 1);
    mock.clock.advance(60);
    const edit = { id: 1, ...rows, warehouseID: 1, type: 'PRCINVOICE', confirmInvoice: 1 };
    const words = { notes: 'n', no: 'S-2', paid: 1, stateID: 4, referenceNumber: 'r' };
    expect((await call('savePurchaseDocument', { ...edit, ...words })).status.errorCode).toBe(0);
    const { no: number, ...others } = words;
    expect(await document(call, 1)).toEqual({ ...before, ...others, number, lastModified: start + 60 });
    expect(await stock(call)).toEqual([
      [10, 0],
      [1, 0],
      [0, 0],
    ]);
  });

  it('stays where it is when it is an order: rows, location and confirmation can change, its type cannot', async () => {
    const { call, save } = await shop();
    await save({ ...rows, type: 'PRCORDER' });
    const edit = (fields: Fields) => call('savePurchaseDocument', { id: 1, ...fields });
    expect(refusal(await edit({ type: 'PRCINVOICE' }))).toEqual([1017, 'type']);
    await edit({ ...one, amount1: 3, warehouseID: 2, deliveryDate1: '2026-06-01' });
    expect(await stock(call, 2)).toEqual([
      [0, 3],
      [0, 0],
      [0, 0],
    ]);
    expect((await document(call, 1)).rows[0].deliveryDate).toBe('2026-06-01');
    await edit({ confirmInvoice: 0 });
    expect([await stock(call, 2), (await document(call, 1)).confirmed]).toEqual([
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      0,
    ]);
  });

  it('is made of a draft, whose goods come on its day', async () => {
    const { call, save } = await shop();
    await save({ ...rows, confirmInvoice: 0, date: '2026-05-01' });
    const draft = await document(call, 1);
    expect([draft.status, draft.confirmed, draft.inventoryTransactionDate]).toEqual([
      'PENDING',
      0,
      undefined,
    ]);
    await call('savePurchaseDocument', { id: 1, type: 'CASHPRCINVOICE', ...one, amount1: 7 });
    const { type, status, confirmed, inventoryTransactionDate } = await document(call, 1);
    expect([type, status, confirmed, inventoryTransactionDate]).toEqual([
      ...['CASHPRCINVOICE', 'READY', 1, '2026-05-01'],
    ]);
    const asked = { productID: 1, getFirstPurchaseDate: 1, getLastPurchaseDate: 1 };
    expect((await call('getProductStock', asked)).records).toEqual([
      { productID: 1, amountInStock: 7, firstPurchaseDate: '2026-05-01', lastPurchaseDate: '2026-05-01' },
    ]);
  });
});

describe('getPurchaseDocuments', () => {
  async function documents() {
    const made = await shop();
    const { account, save, mock } = made;
    const second = account.data('suppliers').insert({ fullName: 'Other', companyName: 'Other' });
    account.data('reasonCodes').insert({ name: 'Broken', purpose: 'RETURN' } as never);
    await save({ ...one, type: 'PRCORDER', date: '2026-05-01', shipDate: '2026-05-03' });
    await save({ ...one, baseDocumentIDs: 1, no: 'S-2', date: '2026-05-04', paid: 1, stateID: 3 });
    mock.clock.advance(60);
    await save({ ...one, no: 'S-3', amount1: -1, type: 'PRCRETURN', reasonID: 1, supplierID: second });
    await save({
      ...one,
      no: 'S-4',
      confirmInvoice: 0,
      warehouseID: 2,
      referenceNumber: 'R1',
      employeeID: 0,
    });
    return { ...made, second };
  }

  it.each<[Fields, number[]]>([
    [{}, [1, 2, 3, 4]],
    [{ id: 2 }, [2]],
    [{ ids: '1,3,99' }, [1, 3]],
    [{ type: 'PRCRETURN' }, [3]],
    [{ status: 'READY' }, [2, 3]],
    [{ status: 'RECEIVED,PENDING' }, [1, 4]],
    [{ stateID: 3 }, [2]],
    [{ dateFrom: '2026-05-04' }, [2, 3, 4]],
    [{ dateTo: '2026-05-04' }, [1, 2]],
    [{ confirmed: 0 }, [4]],
    [{ confirmed: 1 }, [1, 2, 3]],
    [{ paid: 1 }, [2]],
    [{ paid: 0 }, [1, 3, 4]],
    [{ number: 'S-3' }, [3]],
    [{ number: 'S' }, []],
    [{ referenceNumber: 'R1' }, [4]],
    [{ warehouseID: 2 }, [4]],
    [{ regnumber: '1' }, [1, 2, 3]],
    [{ regnumber: '2' }, [4]],
    [{ employeeID: 1 }, [1, 2, 3]],
    [{ reasonID: 1 }, [3]],
    [{ shipDateFrom: '2026-05-01' }, [1]],
    [{ shipDateTo: '2026-05-02' }, []],
    [{ changedSince: start + 60 }, [3, 4]],
    [{ orderByDir: 'desc' }, [4, 3, 2, 1]],
    [{ orderBy: 'id', recordsOnPage: 2, pageNo: 2 }, [3, 4]],
  ])('%j finds %j', async (fields, expected) => {
    const { call } = await documents();
    expect(await ids(call, fields)).toEqual(expected);
  });

  it('finds those of one supplier or several, the newest first', async () => {
    const { call, second, supplierID } = await documents();
    expect(await ids(call, { supplierID: second })).toEqual([3]);
    expect(await ids(call, { supplierIDs: `${second},${supplierID}` })).toEqual([1, 2, 3, 4]);
    const { records } = await call('getPurchaseDocuments');
    expect(records.map((row: any) => row.id)).toEqual([4, 3, 2, 1]);
  });

  it.each<[string, Fields, boolean]>([
    ['of all of several', {}, false],
    ['of one that is named', { id: 2 }, true],
    ['of one whose number is named', { number: 'S-2' }, true],
    ['of the only one that was found', { type: 'PRCRETURN' }, true],
    ['of the only one on a page of several', { recordsOnPage: 1 }, false],
    ['when they are asked for', { getRowsForAllInvoices: 1 }, true],
  ])('shows rows %s: %j %s', async (_name, fields, expected) => {
    const { call } = await documents();
    const { records } = await call('getPurchaseDocuments', fields);
    expect(records.every((row: object) => 'rows' in row)).toBe(expected);
  });

  it.each(['emailEnabled', 'eInvoiceEnabled', 'orderBy'])(
    'refuses %s, which it does not serve',
    async (input) => {
      const { call } = await documents();
      const value = input === 'orderBy' ? 'date' : 1;
      expect(refusal(await call('getPurchaseDocuments', { [input]: value }))).toEqual([1016, input]);
    },
  );
});

describe('deletePurchaseDocument', () => {
  it('is written to the log, and takes the goods back', async () => {
    const made = await shop();
    await made.save(one);
    await made.call('deletePurchaseDocument', { documentID: 1 });
    const { documents, stock: left, log } = await traces(made);
    expect([documents, left[0]]).toEqual([[], [0, 0]]);
    expect(log).toMatchObject([{ tableName: 'purchaseDocuments', itemID: 1, operation: 'delete' }]);
  });

  it.each<[string, Fields, number]>([
    ['no document', {}, 1010],
    ['one that does not exist', { documentID: 9 }, 1011],
  ])('refuses %s', async (_name, fields, errorCode) => {
    const made = await shop();
    await made.save(one);
    const before = await traces(made);
    expect(refusal(await made.call('deletePurchaseDocument', fields))).toEqual([errorCode, 'documentID']);
    expect(await traces(made)).toEqual(before);
  });
});
