import { FeedError } from '../feed-error.ts';
import { isCountable } from '../quantity.ts';
import { labelOf, type Product, type StockRow, type Warehouse } from './stock-source.ts';

/** Fields of an answer as they came: the client leaves one that does not fit its definition as it was sent. */
type Sent<TField extends string> = Readonly<Record<TField, unknown>>;

/** Reads a row of stock; throws with product and field where an amount is missing or not a number. */
export function readStockRow(
  sent: Sent<'productID' | 'amountInStock' | 'amountReserved'>,
  warehouse: Warehouse,
): StockRow {
  const { productID, amountInStock, amountReserved } = sent;
  if (isID(productID) && isAmount(amountInStock) && isAmount(amountReserved))
    return { productID, amountInStock, amountReserved };
  // Only what is refused is described: a feed has a million rows.
  const id = readID(productID, `a product in the stock of ${labelOf(warehouse)}`);
  const amount = (field: 'amountInStock' | 'amountReserved') =>
    readAmount(sent[field], `${field} of product ${id} in ${labelOf(warehouse)}`);
  return { productID: id, amountInStock: amount('amountInStock'), amountReserved: amount('amountReserved') };
}

/** Reads how much of a product is reserved. */
export function readReservedRow(
  sent: Sent<'productID' | 'amountReserved'>,
  warehouse: Warehouse,
): [productID: number, amountReserved: number] {
  const productID = readID(sent.productID, `a product that is reserved in ${labelOf(warehouse)}`);
  return [
    productID,
    readAmount(sent.amountReserved, `amountReserved of product ${productID} in ${labelOf(warehouse)}`),
  ];
}

/** Reads which product a line of the log is about. */
export function readDeletedID(sent: Sent<'itemID'>): number {
  return readID(sent.itemID, 'a deleted product');
}

/** Reads a product; `undefined` for one that keeps no stock. */
export function readProduct(
  sent: Sent<'productID' | 'code' | 'code2' | 'nonStockProduct'>,
): Product | undefined {
  const productID = readID(sent.productID, 'a product');
  const of = (field: string) => `${field} of product ${productID}`;
  const product = {
    productID,
    code: readText(sent.code, of('code')),
    code2: readText(sent.code2, of('code2')),
  };
  return readFlag(sent.nonStockProduct, of('nonStockProduct')) ? undefined : product;
}

/** Reads the list of warehouses, each of which stands in it once. */
export function readWarehouses(
  sent: readonly Sent<'warehouseID' | 'name' | 'code' | 'isOfflineInventory'>[],
): Warehouse[] {
  const known = new Set<number>();
  return sent.map(({ warehouseID: id, name, code, isOfflineInventory }) => {
    const warehouseID = readID(id, 'a warehouse');
    if (known.has(warehouseID)) throw refused(`Erply named warehouse ${warehouseID} twice`);
    known.add(warehouseID);
    const of = (field: string) => `${field} of warehouse ${warehouseID}`;
    return {
      warehouseID,
      name: readText(name, of('name')),
      code: readText(code, of('code')),
      isOffline: readFlag(isOfflineInventory, of('isOfflineInventory')),
    };
  });
}

/** Reads the server's clock in Unix seconds, of which a date can be made. */
export function readServerTime(sent: unknown): number {
  if (typeof sent === 'number' && sent > 0 && Number.isFinite(new Date(sent * 1000).getTime())) return sent;
  throw refused('Erply did not say what time it is (requestUnixTime)');
}

function readID(sent: unknown, what: string): number {
  if (isID(sent)) return sent;
  throw refused(`the ID of ${what} is not a whole number above 0`);
}

const isID = (sent: unknown): sent is number => Number.isSafeInteger(sent) && Number(sent) > 0;

const isAmount = (sent: unknown): sent is number => typeof sent === 'number' && isCountable(sent);

function readAmount(sent: unknown, what: string): number {
  if (sent === undefined || sent === null || sent === '') throw refused(`${what} is missing`);
  if (typeof sent !== 'number' || Number.isNaN(sent)) throw refused(`${what} is not a number`);
  if (!isCountable(sent))
    throw refused(`${what} is beyond 9,007,199,254, up to which the feed counts exactly`);
  return sent;
}

function readText(sent: unknown, what: string): string {
  if (typeof sent === 'string') return sent;
  throw refused(sent === undefined ? `${what} is missing` : `${what} is not a text`);
}

function readFlag(sent: unknown, what: string): boolean {
  if (sent === 0 || sent === 1) return sent === 1;
  throw refused(sent === undefined ? `${what} is missing` : `${what} is not 0 or 1`);
}

function refused(reason: string): FeedError {
  return new FeedError(`nothing replaced: ${reason}`);
}
