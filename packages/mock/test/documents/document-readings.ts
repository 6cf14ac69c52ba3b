import { type NaiveDocument, type NaiveRow, revenueTypes } from './naive-document.ts';
import { naivePaid, receivedOf } from './naive-figures.ts';
import { costOfRow, costOfUnit } from './naive-ledger.ts';
import { days, type NaiveShop, noon } from './naive-shop.ts';
import { naiveTotals } from './naive-totals.ts';
import type { NaiveView, Reading } from './naive-view.ts';

export const cents = (value: unknown) => Math.round(Number(value) * 100);
export const millionths = (value: unknown) => Math.round(Number(value) * 1e6) + 0;

const period = { dateFrom: days[0], dateTo: '2027-09-30' };
const all = { getRowsForAllInvoices: 1, recordsOnPage: 100, pageNo: 1 };

const saidRow = ({ productID, amount, price, discount, vatrateID }: any) =>
  [productID, amount, cents(price), discount, vatrateID].map(Number).join(' ');
const expectedRow = ({ productID, amount, cents: price, discount, vatrateID }: NaiveRow) =>
  [productID, amount, price, discount, vatrateID].join(' ');

const byID = (one: { id: number }, other: { id: number }) => one.id - other.id;
const ids = (references: readonly any[] | undefined) =>
  (references ?? []).map(({ id }) => id).sort((a, b) => a - b);

function expectedSale({ shop, books, ledger }: NaiveView, document: NaiveDocument) {
  const { id, type, isConfirmed, warehouseID, partyID, date, rows, day } = document;
  const { net, vat, total } = naiveTotals(document, shop);
  const paid = naivePaid(books, id);
  const others = books.documents.filter(({ table }) => table === 'salesDocuments');
  const isOwed = isConfirmed && revenueTypes.includes(type) && total > 0;
  const costs = rows.map((row, index) => costOfRow(ledger, document, index) * Math.sign(row.amount));
  return {
    ...{
      id,
      type,
      confirmed: isConfirmed ? '1' : '0',
      hasNumber: isConfirmed,
      warehouseID,
      clientID: partyID,
    },
    ...{ date, day, net, vat, total, paid, rows: rows.map(expectedRow) },
    status: isOwed ? (paid >= total ? 'PAID' : 'UNPAID') : '',
    bases: others.some((other) => other.id === document.baseID) ? [document.baseID] : [],
    followers: ids(others.filter(({ baseID }) => baseID === id)),
    returned: others.some((other) => other.creditedID === id && other.isConfirmed) ? 1 : 0,
    cost: costs.reduce((sum, cost) => sum + cost, 0),
    unitCosts: rows.map((_, index) => costOfUnit(ledger, document, index)),
  };
}

function saidSale(record: any) {
  const { id, type, confirmed, number, warehouseID, clientID, date, inventoryTransactionDate, rows } = record;
  const isOwed = confirmed === '1' && revenueTypes.includes(type) && record.total > 0;
  return {
    ...{ id, type, confirmed, hasNumber: number !== '0', warehouseID, clientID, date },
    ...{ day: confirmed === '1' ? inventoryTransactionDate : '' },
    ...{ net: cents(record.netTotal), vat: cents(record.vatTotal), total: cents(record.total) },
    ...{ paid: cents(record.paid), rows: rows.map(saidRow), status: isOwed ? record.paymentStatus : '' },
    bases: ids(record.baseDocuments).filter((base) => base !== 0),
    followers: ids(record.followUpDocuments).filter((follower) => follower !== id),
    returned: record.previousReturnsExist,
    cost: millionths(record.cost),
    unitCosts: rows.map(({ warehouseValue }: any) => millionths(warehouseValue)),
  };
}

function sales(view: NaiveView): Reading {
  const documents = view.books.documents.filter(({ table }) => table === 'salesDocuments');
  return {
    request: 'getSalesDocuments',
    fields: { ...period, ...all, clientIDs: view.shop.customers.join(), getCOGS: 1 },
    said: (records) => records.map(saidSale).sort(byID),
    expected: documents.map((document) => expectedSale(view, document)).sort(byID),
  };
}

const receivedStatuses = ['PARTIALLY_RECEIVED', 'RECEIVED'];

/** How much of an order has come: of one that has other things than goods with stock, nothing is said. */
function expectedStatus({ shop, books }: NaiveView, document: NaiveDocument): string {
  const { type, isConfirmed, rows } = document;
  const isOrder = type === 'PRCORDER' && isConfirmed;
  if (!isOrder || rows.some(({ productID }) => !shop.stocked.includes(productID))) return '';
  return receivedOf(books, shop, document).status;
}

function expectedPurchase(view: NaiveView, document: NaiveDocument) {
  const { id, type, isConfirmed, warehouseID, date, rows } = document;
  return {
    ...{ id, type, confirmed: isConfirmed ? 1 : 0, warehouseID, date, rows: rows.map(expectedRow) },
    ...naiveTotals({ type, rows }, view.shop),
    status: expectedStatus(view, document),
  };
}

function saidPurchase({ stocked }: NaiveShop, record: any) {
  const { id, type, confirmed, warehouseID, date, rows, status } = record;
  const hasStatus = type === 'PRCORDER' && rows.every(({ productID }: any) => stocked.includes(productID));
  return {
    ...{ id, type, confirmed: Number(confirmed), warehouseID, date, rows: rows.map(saidRow) },
    ...{ net: cents(record.netTotal), vat: cents(record.vatTotal), total: cents(record.total) },
    status: hasStatus && receivedStatuses.includes(status) ? status : '',
  };
}

function purchases(view: NaiveView): Reading {
  const documents = view.books.documents.filter(({ table }) => table === 'purchaseDocuments');
  return {
    request: 'getPurchaseDocuments',
    fields: { ...period, ...all, supplierID: view.shop.supplierID },
    said: (records) => records.map((record) => saidPurchase(view.shop, record)).sort(byID),
    expected: documents.map((document) => expectedPurchase(view, document)).sort(byID),
  };
}

/** What was deleted of each table, in the log of deletions: what was refused is not in it. */
function deletions({ books }: NaiveView, tableName: string): Reading {
  return {
    request: 'getUserOperationsLog',
    fields: { tableName, addedFrom: noon, recordsOnPage: 100 },
    said: (records) => records.map(({ itemID }) => `${tableName}/${itemID}`),
    expected: books.deleted.filter((text) => text.startsWith(`${tableName}/`)),
  };
}

const loggedTables = ['salesDocuments', 'purchaseDocuments', 'payments', 'inventoryWriteOffs'];

const inventoryCalls = {
  inventoryRegistrations: { request: 'getInventoryRegistrations', key: 'inventoryRegistrationID' },
  inventoryWriteOffs: { request: 'getInventoryWriteOffs', key: 'inventoryWriteOffID' },
  inventoryTransfers: { request: 'getInventoryTransfers', key: 'inventoryTransferID' },
} as const;

function inventory(view: NaiveView, table: keyof typeof inventoryCalls): Reading {
  const { request, key } = inventoryCalls[table];
  const documents = view.books.documents.filter((document) => document.table === table);
  return {
    request,
    fields: { ...period, recordsOnPage: 100, getCost: 1 },
    said: (records) =>
      records
        .map((record) => ({
          ...{ id: record[key], confirmed: record.confirmed },
          rows: record.rows.map(({ productID, amount, cost }: any) => {
            const moved = record.confirmed === 1 && record.type !== 'TRANSFER_ORDER';
            return `${productID} ${Number(amount)} ${moved ? millionths(cost) : 0}`;
          }),
        }))
        .sort(byID),
    expected: documents
      .map((document) => ({
        ...{ id: document.id, confirmed: document.isConfirmed ? 1 : 0 },
        rows: document.rows.map(
          ({ productID, amount }, index) =>
            `${productID} ${amount} ${costOfUnit(view.ledger, document, index)}`,
        ),
      }))
      .sort(byID),
  };
}

/** Every call about documents. */
export const documentReadings = (view: NaiveView): Reading[] => [
  sales(view),
  purchases(view),
  ...(Object.keys(inventoryCalls) as (keyof typeof inventoryCalls)[]).map((table) => inventory(view, table)),
  ...loggedTables.map((table) => deletions(view, table)),
];
