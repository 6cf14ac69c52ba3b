import type { Product, StockRow, StockSource, Warehouse } from '../src/source/stock-source.ts';

/** Stock by warehouse as `[productID, amountInStock, amountReserved]`. */
export interface ScriptedShop {
  readonly warehouses?: readonly Warehouse[];
  readonly stock?: Readonly<Record<number, readonly (readonly [number, number, number?])[]>>;
  readonly products?: readonly Product[];
  /** By warehouse: how many products have moved out of it since the feed before. */
  readonly emptied?: Readonly<Record<number, number>>;
  /** The server's clock at the first answer (Unix seconds). @default `serverTime` */
  readonly now?: number;
  /** Called before a row of stock is given out. */
  readonly beforeRow?: (row: StockRow) => void | Promise<void>;
}

export const serverTime = 1_700_000_000;

/** A source that answers by a script. */
export function scriptedSource(shop: ScriptedShop): StockSource {
  const stock = shop.stock ?? {};
  const warehouses =
    shop.warehouses ??
    Object.keys(stock).map((id) => ({ warehouseID: Number(id), name: `Warehouse ${id}`, isOffline: false }));
  return {
    warehouses: async () => ({ warehouses, serverTime: shop.now ?? serverTime }),
    async *stock({ warehouseID }) {
      for (const [productID, amountInStock, amountReserved = 0] of stock[warehouseID] ?? []) {
        const row = { productID, amountInStock, amountReserved };
        await shop.beforeRow?.(row);
        yield [row];
      }
    },
    countEmptied: async ({ warehouseID }, since) =>
      since === (shop.now ?? serverTime) ? (shop.emptied?.[warehouseID] ?? 0) : 0,
    async *products() {
      yield* shop.products ?? [];
    },
  };
}

/** Products 1 to `count`, with the code `P<ID>` and no second code. */
export function productsTo(count: number): Product[] {
  return Array.from({ length: count }, (_, index) => ({
    productID: index + 1,
    code: `P${index + 1}`,
    code2: '',
  }));
}
