import type { MovedGoods, Shop } from '@erply-kit/fixtures';

import type { Row } from '../../store/row.ts';
import { changesOf, dayOfDocument } from './stock-documents.ts';
import type { Reservation } from './stock-ledger.ts';
import type { StockPosting, StockSource } from './stock-movement.ts';

const shopDocuments = [
  'inventoryRegistrations',
  'inventoryWriteOffs',
  'inventoryTransfers',
  'salesDocuments',
  'purchaseDocuments',
] as const;

type ShopTable = (typeof shopDocuments)[number];

/** What stock depends on, beside the rows. */
const headFields = ['type', 'warehouseID', 'confirmed', 'inventoryTransactionDate', 'currencyRate'] as const;

/** A document as far as stock depends on it: what it comes to is not computed for that. */
function documentOf(shop: Shop, table: ShopTable, id: number): Row {
  const { goods, value, row }: Shop[ShopTable] = shop[table];
  if (goods === undefined || value === undefined) return row(id) as Row;
  const head = headFields.map((field) => [field, value(field, id)] as const);
  return { ...Object.fromEntries(head), rows: goods(id), added: value('added', id) } as Row;
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
  const postings = shopDocuments.flatMap((table) =>
    Array.from({ length: shop[table].size }, (_, index): StockPosting => {
      const id = index + 1;
      const document = documentOf(shop, table, id);
      const now = Number(document.added ?? 0);
      const changes = changesOf(table, document, hasStock);
      return { source: { table, id }, changes, day: dayOfDocument(document, now), now };
    }),
  );
  return postings.sort((left, right) => left.now - right.now);
}

interface ShopReservation {
  readonly source: StockSource;
  readonly reservations: readonly Reservation[];
  /** Unix seconds. */
  readonly now: number;
}

/** What the shop's own orders reserve until they are delivered. */
export function shopReservations(shop: Shop): ShopReservation[] {
  const { value, goods, size } = shop.salesDocuments;
  if (value === undefined || goods === undefined) return [];
  const isOpen = (id: number) =>
    value('type', id) === 'ORDER' && value('reserveGoods', id) === 1 && value('invoiceState', id) === 'READY';
  const hasStock = hasStockIn(shop);
  return Array.from({ length: size }, (_, index) => index + 1)
    .filter(isOpen)
    .map((id) => {
      const warehouseID = Number(value('warehouseID', id));
      const reserved = goods(id).filter((row: MovedGoods) => hasStock(row.productID));
      return {
        source: { table: 'salesDocuments', id },
        reservations: reserved.map(({ productID, amount }) => ({ productID, warehouseID, amount })),
        now: Number(value('added', id)),
      };
    });
}
