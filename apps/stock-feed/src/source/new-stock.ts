import type { PreviousManifest } from '../previous-manifest.ts';
import type { NewStock } from '../safety.ts';
import { labelOf, type StockSource, type Warehouse } from './stock-source.ts';

export interface NewStockOptions {
  readonly source: Pick<StockSource, 'countEmptied'>;
  readonly warehouses: readonly Warehouse[];
  /** Rows of stock that each warehouse gave, by ID. */
  readonly stockRows: ReadonlyMap<number, number>;
  readonly before: readonly PreviousManifest[];
}

/**
 * Says what each warehouse gave, and in the run before. One that gave nothing where it had something is asked again:
 * what was moved out of it since then comes with 0, which an answer that is empty by mistake cannot say.
 */
export async function compareStock(options: NewStockOptions): Promise<NewStock[]> {
  const compared: NewStock[] = [];
  for (const warehouse of options.warehouses) {
    const { warehouseID } = warehouse;
    const stockRows = options.stockRows.get(warehouseID) ?? 0;
    const before = rowsBefore(options.before, warehouseID);
    const isEmptied =
      stockRows === 0 &&
      before !== undefined &&
      before.stockRows > 0 &&
      (await options.source.countEmptied(warehouse, before.since)) >= before.stockRows;
    const stockRowsBefore = before?.stockRows ?? 0;
    compared.push({ warehouseID, label: labelOf(warehouse), stockRows, stockRowsBefore, isEmptied });
  }
  return compared;
}

/** What the newest of the feeds before says of a warehouse, and since when (Unix seconds). */
function rowsBefore(
  before: readonly PreviousManifest[],
  warehouseID: number,
): { readonly stockRows: number; readonly since: number } | undefined {
  const found = before.flatMap(({ manifest }) => {
    const stockRows = manifest?.warehouses.find((one) => one.warehouseID === warehouseID)?.stockRows;
    return manifest && stockRows !== undefined
      ? [{ stockRows, since: Date.parse(manifest.generatedAt) / 1000 }]
      : [];
  });
  return found.sort((a, b) => b.since - a.since)[0];
}
