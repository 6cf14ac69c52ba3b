/** A warehouse, as far as the feed needs it. */
export interface Warehouse {
  readonly warehouseID: number;
  readonly name: string;
  /** Short code; empty where it has none. */
  readonly code?: string;
  /** Erply keeps its stock out of totals that are asked for without offline warehouses. */
  readonly isOffline: boolean;
}

/** Quantity of a product in one warehouse. Products of which there are none have no row. */
export interface StockRow {
  readonly productID: number;
  readonly amountInStock: number;
  readonly amountReserved: number;
}

/** What other systems call a product. */
export interface Product {
  readonly productID: number;
  readonly code: string;
  readonly code2: string;
}

/** Where the feed's figures come from. Each read throws when it is not complete, or holds what it cannot read. */
export interface StockSource {
  /** All warehouses, and the server's clock (Unix seconds): what is read later is at least as new. */
  warehouses(): Promise<{ readonly warehouses: readonly Warehouse[]; readonly serverTime: number }>;
  /** Many rows at a time: to wait for each of a million would take longer than to read it. */
  stock(warehouse: Warehouse): AsyncIterable<Iterable<StockRow>>;
  /** How many products of a warehouse had their stock moved since then (Unix seconds) and have none now. */
  countEmptied(warehouse: Warehouse, since: number): Promise<number>;
  /** Every product that can have stock and is not archived, by rising ID. */
  products(): AsyncIterable<Product>;
}

/** What people call a warehouse. */
export function labelOf({ name, warehouseID }: Pick<Warehouse, 'name' | 'warehouseID'>): string {
  return name.trim() === '' ? `warehouse ${warehouseID}` : name;
}
