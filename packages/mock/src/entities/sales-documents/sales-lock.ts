import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { withoutDiscounts } from '../shopping-cart/sent-discounts.ts';
import { sellingTypes } from '../stock/stock-documents.ts';
import { rowsOf, type SentRow } from './sales-saving.ts';

/** Of a row whose goods have moved. */
const openCells = ['price', 'discount', 'vatrateID', 'stableRowID', 'campaignIDs', 'billingReadingIDs'];

const isUnset = (value: unknown) => value === undefined || value === null || value === '' || value === 0;

const isSame = (before: unknown, after: unknown) =>
  (isUnset(before) && isUnset(after)) || JSON.stringify(before) === JSON.stringify(after);

const soldBy = ({ productID, serviceID }: Row | SentRow) => `${productID || 0}/${serviceID || 0}`;

/** The same things are sold, in another order. */
const isReordered = (before: readonly Row[], rows: readonly SentRow[]) => {
  const [sold, sent] = [before.map(soldBy), rows.map(soldBy)];
  return sold.join() !== sent.join() && sold.sort().join() === sent.sort().join();
};

/**
 * 1023: rows were added, are missing or in another order. 1017: of a row something else than price, discount and tax is
 * another.
 */
function checkRows(before: readonly Row[], rows: readonly SentRow[]): void {
  if (rows.length !== before.length || isReordered(before, rows)) refuse(1023);
  for (const [index, row] of rows.entries()) {
    for (const [cell, value] of Object.entries(withoutDiscounts(row)))
      if (!openCells.includes(cell) && !isSame(before[index]?.[cell], value))
        refuse(1017, `${cell}${index + 1}`);
    if (soldBy(row) !== soldBy(before[index] ?? {})) refuse(1017, `productID${index + 1}`);
  }
}

interface Change {
  /** What was sent, under the names of the record. */
  readonly fields: Row;
  readonly rows: readonly SentRow[] | undefined;
}

/**
 * What a confirmed document cannot become. 1121: another type. 1017 and 1023, where its goods have moved: one of another
 * location or with other goods, or a draft again (inferred).
 */
export function checkSalesLock(before: Row, { fields, rows }: Change): void {
  if (before.confirmed !== 1) return;
  if (fields.type !== undefined && fields.type !== before.type) refuse(1121, 'type');
  if (!sellingTypes.includes(before.type)) return;
  for (const name of ['warehouseID', 'doNotCreateInventoryTransaction'])
    if (fields[name] !== undefined && !isSame(before[name], fields[name])) refuse(1017, name);
  if (fields.confirmed === 0) refuse(1017, 'confirmInvoice');
  if (rows !== undefined) checkRows(rowsOf(before), rows);
}
