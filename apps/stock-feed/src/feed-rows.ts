import { shownQuantity } from './availability-rule.ts';
import { FeedError } from './feed-error.ts';
import type { FeedPolicy } from './feed-policy.ts';
import type { FeedRow } from './feed-row.ts';
import type { Place } from './places.ts';
import type { Progress } from './progress.ts';
import { availableMillionths } from './quantity.ts';
import { onceEach } from './source/once-each.ts';
import { labelOf, type Product, type StockSource, type Warehouse } from './source/stock-source.ts';
import { StockTable } from './source/stock-table.ts';

/** What was counted while the rows of a feed were made. */
export interface FeedTally {
  /** Rows of stock that each warehouse gave, by ID. */
  readonly stockRows: Map<number, number>;
  /** Products with stock that got no row. */
  leftOut: number;
}

export interface FeedRowsOptions {
  readonly source: StockSource;
  readonly warehouses: readonly Warehouse[];
  readonly places: readonly Place[];
  readonly policy: FeedPolicy;
  readonly progress: Progress;
  readonly tally: FeedTally;
}

/** Takes a row; where it has to wait, so does the read behind it. */
type Emit = (row: FeedRow) => Promise<void> | undefined;

/**
 * Makes the rows of a feed. Quantities are held in memory only where rows of several reads have to be brought together;
 * otherwise one bit for each row.
 */
export async function makeFeedRows(options: FeedRowsOptions, emit: Emit): Promise<void> {
  const { policy } = options;
  if (policy.rows === 'all' || policy.identifiers) await rowsOfProducts(options, emit);
  else if (policy.sum || policy.groups) await summedRows(options, emit);
  else await rowsAsTheyCome(options, emit);
}

/** Warehouse after warehouse, in Erply's order. */
async function rowsAsTheyCome(options: FeedRowsOptions, emit: Emit): Promise<void> {
  await readStock(options, ({ warehouseID }) => {
    const place = options.places.find((one) => one.warehouseIDs.includes(warehouseID));
    return (productID, millionths) =>
      place && emit({ productID, ...place.of, available: shownQuantity(millionths, place.rule) });
  });
}

async function summedRows(options: FeedRowsOptions, emit: Emit): Promise<void> {
  const table = await stockTable(options);
  for (const productID of table.productIDs()) {
    for (const [column, { of, rule }] of options.places.entries()) {
      const millionths = table.get(column, productID);
      if (millionths === undefined) continue;
      const waiting = emit({ productID, ...of, available: shownQuantity(millionths, rule) });
      if (waiting) await waiting;
    }
  }
}

/**
 * One product after the other, by rising ID. Stock is read before the products: what has stock is then among the
 * products, unless it is archived or was deleted in between.
 */
async function rowsOfProducts(options: FeedRowsOptions, emit: Emit): Promise<void> {
  const { progress, source, tally } = options;
  const table = await stockTable(options);
  let found = 0;
  progress.step('products');
  for await (const product of source.products()) {
    progress.row();
    if (table.has(product.productID)) found++;
    for (const row of rowsOf(product, table, options)) {
      const waiting = emit(row);
      if (waiting) await waiting;
    }
  }
  tally.leftOut = table.size - found;
}

function rowsOf(product: Product, table: StockTable, { policy, places }: FeedRowsOptions): FeedRow[] {
  const { productID, code, code2 } = product;
  const identifiers = policy.identifiers ? { code, code2 } : {};
  return places.flatMap(({ of, rule }, column) => {
    const millionths = table.get(column, productID);
    if (millionths === undefined && policy.rows === 'stocked') return [];
    return [{ productID, ...of, available: shownQuantity(millionths ?? 0, rule), ...identifiers }];
  });
}

/** A column for each place: what its warehouses have together. */
async function stockTable(options: FeedRowsOptions): Promise<StockTable> {
  const { places } = options;
  const table = new StockTable(places.length);
  await readStock(options, ({ warehouseID }) => {
    const columns = places.flatMap((one, column) => (one.warehouseIDs.includes(warehouseID) ? [column] : []));
    return (productID, millionths) => {
      for (const column of columns) addExactly(table, { column, productID, millionths });
      return undefined;
    };
  });
  return table;
}

function addExactly(
  table: StockTable,
  { column, productID, millionths }: { column: number; productID: number; millionths: number },
): void {
  if (!Number.isSafeInteger(table.add(column, productID, millionths)))
    throw new FeedError(`nothing replaced: the sum of product ${productID} is too large to be exact`);
}

type UseStock = (productID: number, millionths: number) => Promise<void> | undefined;

/** One warehouse after the other. */
async function readStock(options: FeedRowsOptions, useOf: (warehouse: Warehouse) => UseStock): Promise<void> {
  const { progress, source, tally, warehouses } = options;
  for (const [index, warehouse] of warehouses.entries()) {
    const use = useOf(warehouse);
    let count = 0;
    progress.step(`stock of ${labelOf(warehouse)} (${index + 1} of ${warehouses.length})`);
    for await (const rows of onceEach(source.stock(warehouse), warehouse)) {
      for (const row of rows) {
        count++;
        progress.row();
        const waiting = use(row.productID, availableMillionths(row));
        if (waiting) await waiting;
      }
    }
    tally.stockRows.set(warehouse.warehouseID, count);
  }
}
