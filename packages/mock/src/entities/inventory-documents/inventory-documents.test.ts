import { describe, expect, it } from 'vitest';

import { type Answer, type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

type Call = Awaited<ReturnType<typeof loggedIn>>['call'];

const today = new Date(start * 1000).toISOString().slice(0, 10);

const refusal = ({ status }: Answer) => [status.errorCode, status.errorField];

/** Product 601 is new, so all its stock is what a test has made. */
async function shopWithNewProduct() {
  const mock = frozenMock();
  const { call } = await loggedIn(mock);
  await call('saveProduct', { groupID: 1, name: 'New' });
  return { mock, call };
}

async function stockOf(call: Call, warehouseID: number, more: Fields = {}) {
  const asked = { warehouseID, productID: 601, getAveragePrices: 1, ...more };
  const [row] = (await call('getProductStock', asked)).records;
  return row === undefined ? [0] : [row.amountInStock, row.averageCost];
}

const register = (call: Call, amount: number, price: number, more: Fields = {}) =>
  call('saveInventoryRegistration', {
    warehouseID: 1,
    productID1: 601,
    amount1: amount,
    price1: price,
    ...more,
  });
const writeOff = (call: Call, amount: number, more: Fields = {}) =>
  call('saveInventoryWriteOff', { warehouseID: 1, reasonID: 1, productID1: 601, amount1: amount, ...more });
const transfer = (call: Call, amount: number, more: Fields = {}) =>
  call('saveInventoryTransfer', {
    ...{ warehouseFromID: 1, warehouseToID: 2, productID1: 601, amount1: amount },
    ...more,
  });

describe('inventory documents', () => {
  it('are dated anew by an edit, so that changedSince finds them', async () => {
    const { call, mock } = await shopWithNewProduct();
    const { inventoryRegistrationID } = (await register(call, 1, 1, { confirmed: 0 })).records[0];
    mock.clock.advance(60);
    await call('saveInventoryRegistration', { inventoryRegistrationID, cause: 'Found', confirmed: 0 });
    const { records } = await call('getInventoryRegistrations', { changedSince: start + 60 });
    expect(records).toMatchObject([{ inventoryRegistrationID, added: start, lastModified: start + 60 }]);
  });

  it('move stock by FIFO: registrations are batches, what leaves takes the oldest, transfers carry them', async () => {
    const { call } = await shopWithNewProduct();
    await register(call, 10, 1);
    await register(call, 10, 3);
    expect(await stockOf(call, 1)).toEqual([20, 2]);
    const { inventoryWriteOffID } = (await writeOff(call, 5)).records[0];
    expect(await stockOf(call, 1)).toEqual([15, 2.333333]);
    const { inventoryTransferID } = (await transfer(call, 10)).records[0];
    expect(await stockOf(call, 1)).toEqual([5, 3]);
    expect(await stockOf(call, 2)).toEqual([10, 2]);
    const [written] = (await call('getInventoryWriteOffs', { inventoryWriteOffID, getCost: 1 })).records;
    expect(written.rows).toEqual([{ stableRowID: 1, productID: 601, price: 0, amount: 5, cost: 1 }]);
    const [moved] = (await call('getInventoryTransfers', { inventoryTransferID, getCost: 1 })).records;
    expect(moved).toMatchObject({ date: today, inventoryTransactionDate: today, confirmed: 1 });
    expect(moved.rows[0].cost).toBe(2);
    expect(
      (await call('getInventoryTransfers', { inventoryTransferID })).records[0].rows[0],
    ).not.toHaveProperty('cost');
  });

  it('that are deleted are as if they had never been, and stand in the operations log', async () => {
    const { mock, call } = await shopWithNewProduct();
    await register(call, 10, 1);
    const id = (await register(call, 10, 3)).records[0].inventoryRegistrationID;
    await writeOff(call, 15);
    expect(await stockOf(call, 1)).toEqual([5, 3]);
    mock.clock.advance(60);
    expect((await call('deleteInventoryRegistration', { inventoryRegistrationID: id })).records).toEqual([]);
    expect(await stockOf(call, 1)).toEqual([-5, 0]);
    const changed = await call('getProductStock', { warehouseID: 1, changedSince: start + 60 });
    expect(changed.records).toEqual([{ productID: 601, amountInStock: -5 }]);
    const log = await call('getUserOperationsLog', { tableName: 'inventoryRegistrations' });
    expect(log.records).toMatchObject([{ tableName: 'inventoryRegistrations', operation: 'delete' }]);
    expect(refusal(await call('deleteInventoryRegistration', { inventoryRegistrationID: id }))).toEqual([
      1011,
      'inventoryRegistrationID',
    ]);
  });

  it('move nothing while they are drafts, and count for their own day', async () => {
    const { call } = await shopWithNewProduct();
    const draft = await register(call, 4, 2, { confirmed: 0, date: '2026-03-01' });
    const { inventoryRegistrationID } = draft.records[0];
    const read = async () =>
      (await call('getInventoryRegistrations', { inventoryRegistrationID })).records[0];
    expect(await stockOf(call, 1)).toEqual([0]);
    expect(await read()).toMatchObject({ confirmed: 0, inventoryTransactionDate: '' });
    await call('saveInventoryRegistration', { inventoryRegistrationID, productID1: 601, amount1: 6 });
    await call('saveInventoryRegistration', { inventoryRegistrationID, confirmed: 1 });
    expect(await read()).toMatchObject({ confirmed: 1, inventoryTransactionDate: '2026-03-01' });
    expect((await read()).rows).toEqual([{ stableRowID: 1, productID: 601, price: 2, amount: 6 }]);
    expect(await stockOf(call, 1)).toEqual([6, 2]);
    expect(await stockOf(call, 1, { date: '2026-02-28' })).toEqual([0]);
    expect(await stockOf(call, 1, { date: '2026-03-01' })).toEqual([6, 2]);
  });

  it('are locked once confirmed: of a registration only prices change, with all rows in their order', async () => {
    const { mock, call } = await shopWithNewProduct();
    const { inventoryRegistrationID } = (await register(call, 4, 2, { productID2: 1, amount2: 1, price2: 5 }))
      .records[0];
    const edit = (fields: Fields) =>
      call('saveInventoryRegistration', { inventoryRegistrationID, ...fields });
    expect(refusal(await edit({ warehouseID: 2 }))).toEqual([1017, 'warehouseID']);
    expect(refusal(await edit({ confirmed: 0 }))).toEqual([1017, 'confirmed']);
    expect(refusal(await edit({ productID1: 601, amount1: 4, price1: 3 }))[0]).toBe(1023);
    const swapped = { productID1: 1, amount1: 1, productID2: 601, amount2: 4 };
    expect(refusal(await edit(swapped))[0]).toBe(1023);
    const rows = { productID1: 601, amount1: 4, price1: 3, productID2: 1, amount2: 1 };
    expect(refusal(await edit({ ...rows, amount1: 5 }))).toEqual([1017, 'amount1']);
    mock.clock.advance(60);
    expect((await edit({ ...rows, warehouseID: 1 })).status.errorCode).toBe(0);
    expect(await stockOf(call, 1)).toEqual([4, 3]);
    // A price is not a movement.
    const moved = await call('getProductStock', { warehouseID: 1, changedSince: start + 60 });
    expect(moved.records).toEqual([]);
  });

  it('are locked once confirmed: write-offs wholly, transfers in locations, currency and rows', async () => {
    const { call } = await shopWithNewProduct();
    const { inventoryWriteOffID } = (await writeOff(call, 1)).records[0];
    const editWriteOff = (fields: Fields) =>
      call('saveInventoryWriteOff', { inventoryWriteOffID, ...fields });
    expect(refusal(await editWriteOff({ comments: 'later' }))).toEqual([1017, 'comments']);
    expect(refusal(await editWriteOff({ productID1: 601, amount1: 2 }))).toEqual([1017, 'amount1']);
    expect(refusal(await editWriteOff({ productID1: 2, amount1: 1 }))[0]).toBe(1017);
    const { inventoryTransferID } = (await transfer(call, 1)).records[0];
    const edit = (fields: Fields) => call('saveInventoryTransfer', { inventoryTransferID, ...fields });
    expect(refusal(await edit({ warehouseToID: 3 }))).toEqual([1017, 'warehouseToID']);
    expect(refusal(await edit({ currencyCode: 'USD' }))).toEqual([1017, 'currencyCode']);
    expect(refusal(await edit({ productID1: 601, amount1: 3 }))).toEqual([1017, 'amount1']);
    expect((await edit({ notes: 'a note' })).status.errorCode).toBe(0);
    expect((await call('getInventoryTransfers', { inventoryTransferID })).records[0].notes).toBe('a note');
  });

  it('refuse what is missing, what does not exist and what cannot be', async () => {
    const { mock, call } = await shopWithNewProduct();
    const bundle = mock.account('100001').data('products').insert({ groupID: 1, type: 'BUNDLE' });
    const wrong: [string, Answer][] = [
      ['1010 warehouseID', await register(call, 1, 1, { warehouseID: '' })],
      ['1011 warehouseID', await register(call, 1, 1, { warehouseID: 99 })],
      ['1011 supplierID', await register(call, 1, 1, { supplierID: 99 })],
      ['1153 reasonID', await register(call, 1, 1, { reasonID: 1 })],
      ['1010 productID1', await call('saveInventoryRegistration', { warehouseID: 1 })],
      ['1011 productID1', await register(call, 1, 1, { productID1: 9999 })],
      ['1010 amount1', await register(call, 1, 1, { amount1: '' })],
      ['1011 inventoryRegistrationID', await register(call, 1, 1, { inventoryRegistrationID: 9999 })],
      ['1010 reasonID', await writeOff(call, 1, { reasonID: '' })],
      ['1011 reasonID', await writeOff(call, 1, { reasonID: 99 })],
      ['1010 warehouseToID', await transfer(call, 1, { warehouseToID: '' })],
      ['1013 warehouseToID', await transfer(call, 1, { warehouseToID: 1 })],
      ['1011 productID1', await transfer(call, 1, { productID1: bundle })],
    ];
    expect(wrong.map(([, answer]) => refusal(answer).join(' '))).toEqual(wrong.map(([code]) => code));
    await writeOff(call, 1, { stocktakingID: 7 });
    expect(refusal(await writeOff(call, 1, { stocktakingID: 7 }))).toEqual([1186, 'stocktakingID']);
  });

  it('have no reasons for registrations in an account without the module', async () => {
    const { mock, call } = await shopWithNewProduct();
    const answer = await register(call, 1, 1, { reasonID: 4 });
    const { inventoryRegistrationID } = answer.records[0];
    const read = async () =>
      (await call('getInventoryRegistrations', { inventoryRegistrationID })).records[0];
    expect((await read()).reasonID).toBe(4);
    mock.account('100001').setConfig({ modules: { reasonCodes: false } });
    expect(refusal(await register(call, 1, 1, { reasonID: 4 }))[0]).toBe(1006);
    expect(await read()).not.toHaveProperty('reasonID');
  });

  it('of bundles move nothing, and a product in one cannot be deleted', async () => {
    const { mock, call } = await shopWithNewProduct();
    const bundle = mock.account('100001').data('products').insert({ groupID: 1, type: 'BUNDLE' });
    await register(call, 3, 1, { productID1: bundle });
    expect((await call('getProductStock', { warehouseID: 1, productID: bundle })).records).toEqual([]);
    await register(call, 3, 1);
    expect((await call('deleteProduct', { productID: 601 })).status.errorCode).toBe(1063);
  });

  it('are read by day, location, cause, status and time of change', async () => {
    const { call } = await shopWithNewProduct();
    const id = (await register(call, 1, 1, { cause: 'Found', date: '2026-04-01' })).records[0]
      .inventoryRegistrationID;
    const found = async (fields: Fields) =>
      (await call('getInventoryRegistrations', { recordsOnPage: 100, ...fields })).records.map(
        (record: { inventoryRegistrationID: number }) => record.inventoryRegistrationID,
      );
    expect(await found({ cause: 'Found' })).toEqual([id]);
    expect(await found({ dateFrom: '2026-04-01', dateTo: '2026-04-01' })).toEqual([id]);
    expect(await found({ dateFrom: '2026-04-02' })).toEqual([]);
    expect(await found({ changedSince: start })).toEqual([id]);
    expect(await found({ warehouseID: 1, changedSince: start })).toEqual([id]);
    expect(await found({ warehouseID: 2, changedSince: start })).toEqual([]);
    expect((await call('getInventoryWriteOffs', { inventoryWriteOffIDs: '3,5' })).records).toHaveLength(2);
  });
});

describe('a transfer order', () => {
  it('moves nothing, is fulfilled by a transfer and open again when that is deleted', async () => {
    const { call } = await shopWithNewProduct();
    await register(call, 5, 1);
    const orderID = (await transfer(call, 2, { type: 'TRANSFER_ORDER' })).records[0].inventoryTransferID;
    const order = async () =>
      (await call('getInventoryTransfers', { inventoryTransferID: orderID })).records[0];
    expect(await stockOf(call, 2)).toEqual([0]);
    expect(await order()).toMatchObject({ type: 'TRANSFER_ORDER', status: 'CREATED' });
    const done = await transfer(call, 2, { inventoryTransferOrderID: orderID });
    const { inventoryTransferID } = done.records[0];
    expect(await stockOf(call, 2)).toEqual([2, 1]);
    expect(await order()).toMatchObject({
      status: 'FULFILLED',
      followupInventoryTransferID: inventoryTransferID,
    });
    expect((await call('getInventoryTransfers', { fulfilled: 1 })).records).toHaveLength(1);
    expect((await call('getInventoryTransfers', { statuses: 'FULFILLED' })).records).toHaveLength(1);
    expect(refusal(await call('deleteInventoryTransfer', { inventoryTransferID: orderID }))[0]).toBe(1022);
    await call('deleteInventoryTransfer', { inventoryTransferID });
    expect(await order()).toMatchObject({ status: 'CREATED', followupInventoryTransferID: 0 });
    expect(await stockOf(call, 1)).toEqual([5, 1]);
  });
});

describe('getReasonCodes', () => {
  it('chooses by purpose and type', async () => {
    const { call } = await loggedIn(frozenMock());
    const names = async (fields: Fields) =>
      (await call('getReasonCodes', fields)).records.map((reason: { name: string }) => reason.name);
    expect(await names({ purpose: 'REGISTRATION' })).toEqual(['Found at stocktaking', 'Made here']);
    expect(await names({ purpose: 'WRITEOFF', type: 'PHYSICAL_INVENTORY' })).toEqual([
      'Missing at stocktaking',
    ]);
  });
});
