import type { Shop } from '@erply-kit/fixtures';

import type { Row } from '../../store/row.ts';
import { mayReserve, reservedUntil, salesReservations } from './sales-reservations.ts';
import { buyingTypes, changesOf, dayOfDocument, sellingTypes } from './stock-documents.ts';
import type { StockPosting } from './stock-movement.ts';
import type { DocumentReservation } from './stock-reservations.ts';

const shopDocuments = [
  'inventoryRegistrations',
  'inventoryWriteOffs',
  'inventoryTransfers',
  'salesDocuments',
  'purchaseDocuments',
] as const;

type ShopTable = (typeof shopDocuments)[number];

/** What stock depends on, beside the rows. */
const headFields = [
  ...['type', 'warehouseID', 'confirmed', 'inventoryTransactionDate', 'currencyRate'],
  ...['invoiceState', 'reserveGoods', 'reserveGoodsUntilDate', 'creditToDocumentID', 'added'],
];

/** A document as far as stock depends on it: what it comes to is not computed for that. */
function documentOf(shop: Shop, table: ShopTable, id: number): Row {
  const { goods, value, row }: Shop[ShopTable] = shop[table];
  if (goods === undefined || value === undefined) return row(id) as Row;
  const document: Record<string, unknown> = { rows: goods(id) };
  // Thousands are made before stock is first known.
  for (const field of headFields) document[field] = value(field, id);
  return document;
}

const movingTypes: Readonly<Record<string, readonly unknown[]>> = {
  salesDocuments: sellingTypes,
  purchaseDocuments: buyingTypes,
};

/** A look at its type tells most of those that move nothing. */
function mayMove(shop: Shop, table: ShopTable, id: number): boolean {
  const { value }: Shop[ShopTable] = shop[table];
  const types = movingTypes[table];
  return value === undefined || types === undefined || types.includes(value('type', id));
}

/** A product of the shop that has stock of its own. */
function hasStockIn({ products }: Shop): (productID: number) => boolean {
  const known = new Map<number, boolean>();
  return (productID) => {
    let has = known.get(productID);
    if (has === undefined) {
      const isProduct = productID >= 1 && productID <= products.size;
      const type = isProduct ? products.type(productID) : undefined;
      has = (type === 'PRODUCT' || type === 'ASSEMBLY') && products.value('nonStockProduct', productID) !== 1;
      known.set(productID, has);
    }
    return has;
  };
}

/** What the documents of the shop's own history moved, in the order of time. */
export function shopHistory(shop: Shop): StockPosting[] {
  const hasStock = hasStockIn(shop);
  const postings: StockPosting[] = [];
  for (const table of shopDocuments)
    for (let id = 1; id <= shop[table].size; id += 1) {
      if (!mayMove(shop, table, id)) continue;
      const document = documentOf(shop, table, id);
      const now = Number(document.added ?? 0);
      const changes = changesOf(table, document, hasStock);
      if (changes.length > 0)
        postings.push({ source: { table, id }, changes, day: dayOfDocument(document, now), now });
    }
  return postings.sort((left, right) => left.now - right.now);
}

/** What the open documents of the shop's own history reserve; that of their orders, by the default of `orderReserves`. */
export function* shopReservations(shop: Shop): Generator<DocumentReservation> {
  const rules = { orderReserves: 'always', hasStock: hasStockIn(shop) };
  for (let id = 1; id <= shop.salesDocuments.size; id += 1) {
    const { value } = shop.salesDocuments;
    if (value !== undefined && !mayReserve(value('type', id))) continue;
    const document = documentOf(shop, 'salesDocuments', id);
    const reservations = salesReservations(document, rules);
    const source = { table: 'salesDocuments', id };
    const now = Number(document.added ?? 0);
    if (reservations.length > 0) yield { source, reservations, untilDay: reservedUntil(document), now };
  }
}
