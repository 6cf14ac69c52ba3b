import { availableMillionths, perUnit } from '../quantity.ts';
import type { Product, StockRow, Warehouse } from './stock-source.ts';
import { StockTable } from './stock-table.ts';

/** What has changed in a shop since it was read. */
export interface ShopChanges {
  readonly serverTime: number;
  /** The whole list. */
  readonly warehouses: readonly Warehouse[];
  /** By warehouse: what is there now of products that have moved; with `amountInStock` 0 where it is nothing. */
  readonly stock: ReadonlyMap<number, readonly StockRow[]>;
  /** By warehouse: everything that is reserved. */
  readonly reserved: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Products that are new or have changed. */
  readonly products: readonly Product[];
  /** Products that cannot be in the feed any more: deleted, archived, or of another kind. */
  readonly gone: readonly number[];
}

/** A shop in memory: 8 bytes for each product and warehouse, and what other systems call each product. */
export class ShopState {
  serverTime: number;
  warehouses: readonly Warehouse[];
  /** By warehouse: what was reserved, to see what has changed. */
  reserved: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly #products = new Map<number, Product>();
  readonly #stock = new Map<number, StockTable>();

  constructor(read: Pick<ShopChanges, 'serverTime' | 'warehouses' | 'reserved'>) {
    this.serverTime = read.serverTime;
    this.warehouses = read.warehouses;
    this.reserved = read.reserved;
  }

  has(productID: number): boolean {
    return this.#products.has(productID);
  }

  *products(): Iterable<Product> {
    for (const id of [...this.#products.keys()].sort((a, b) => a - b)) {
      const product = this.#products.get(id);
      if (product) yield product;
    }
  }

  /** The rows that Erply would list; what is reserved has gone off already. */
  *stockOf(warehouseID: number): Iterable<StockRow> {
    const table = this.#stock.get(warehouseID);
    if (!table) return;
    for (const productID of table.productIDs()) {
      const millionths = table.get(0, productID);
      if (millionths !== undefined)
        yield { productID, amountInStock: millionths / perUnit, amountReserved: 0 };
    }
  }

  /** Gives back whether the product differs from what was known of it. */
  putProduct(product: Product): boolean {
    const known = this.#products.get(product.productID);
    this.#products.set(product.productID, product);
    return !known || known.code !== product.code || known.code2 !== product.code2;
  }

  /** Gives back whether the quantity differs. Erply's stock has no row where the quantity on hand is 0. */
  putStock(warehouseID: number, row: StockRow): boolean {
    const table = this.#stock.get(warehouseID) ?? new StockTable(1);
    this.#stock.set(warehouseID, table);
    const before = table.get(0, row.productID);
    const now = row.amountInStock === 0 ? undefined : availableMillionths(row);
    if (before !== now) table.set(0, row.productID, now);
    return before !== now;
  }

  /** Takes changes over, all of them. Gives back whether anything differs. */
  apply(changes: ShopChanges): boolean {
    let differs = JSON.stringify(this.warehouses) !== JSON.stringify(changes.warehouses);
    for (const product of changes.products) differs = this.putProduct(product) || differs;
    for (const [warehouseID, rows] of changes.stock)
      for (const row of rows) differs = this.putStock(warehouseID, row) || differs;
    for (const productID of changes.gone) differs = this.#remove(productID) || differs;
    for (const { warehouseID } of this.warehouses)
      if (!changes.warehouses.some((one) => one.warehouseID === warehouseID)) this.#stock.delete(warehouseID);
    this.serverTime = changes.serverTime;
    this.warehouses = changes.warehouses;
    this.reserved = changes.reserved;
    return differs;
  }

  #remove(productID: number): boolean {
    let differs = this.#products.delete(productID);
    for (const table of this.#stock.values()) {
      if (table.get(0, productID) === undefined) continue;
      table.set(0, productID, undefined);
      differs = true;
    }
    return differs;
  }
}
