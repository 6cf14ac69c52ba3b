import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { buyingTypes } from '../stock/stock-documents.ts';
import type { SentPurchaseRow } from './sent-purchase-rows.ts';

const isUnset = (value: unknown) => value === undefined || value === null || value === '' || value === 0;

const isSame = (before: unknown, after: unknown) =>
  (isUnset(before) && isUnset(after)) || JSON.stringify(before) === JSON.stringify(after);

/** 1017: rows are missing, were added, or say something else than they did. */
function checkRows(before: readonly Row[], rows: readonly SentPurchaseRow[]): void {
  if (rows.length !== before.length) refuse(1017, `productID${Math.min(rows.length, before.length) + 1}`);
  for (const [index, { stableRowID: _, rowJDoc, ...cells }] of rows.entries()) {
    const old = before[index] ?? {};
    for (const [cell, value] of Object.entries(cells))
      if (!isSame(old[cell], value)) refuse(1017, `${cell}${index + 1}`);
    if (rowJDoc && rowJDoc !== JSON.stringify(old.jdoc)) refuse(1017, `rowJDoc${index + 1}`);
  }
}

/** Its goods have moved, so that neither location nor rows can change. */
export const isLocked = (document: Row | undefined): boolean =>
  document?.confirmed === 1 && buyingTypes.includes(document.type);

interface Change {
  /** What was sent, under the names of the record. */
  readonly fields: Row;
  readonly rows: readonly SentPurchaseRow[] | undefined;
}

/**
 * 1017: a confirmed document cannot become another type. One whose goods have moved cannot become a draft again, nor one
 * of another location or with other rows.
 */
export function checkPurchaseLock(before: Row, { fields, rows }: Change): void {
  if (before.confirmed !== 1) return;
  if (fields.type !== undefined && fields.type !== before.type) refuse(1017, 'type');
  if (!isLocked(before)) return;
  if (fields.warehouseID !== undefined && fields.warehouseID !== before.warehouseID)
    refuse(1017, 'warehouseID');
  if (fields.confirmed === 0) refuse(1017, 'confirmInvoice');
  if (rows !== undefined) checkRows((before.rows ?? []) as readonly Row[], rows);
}
