import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import type { DocumentRow } from './document-rows.ts';

/** What a confirmed document of a kind holds on to. */
export interface Lock {
  /** The fields that cannot change: these, or all. */
  readonly fields: 'all' | readonly string[];
  /** Prices of its rows may change when all rows are sent, in their order. */
  readonly hasOpenPrices: boolean;
}

interface Change {
  readonly fields: Row;
  /** The rows that were sent. */
  readonly rows: readonly DocumentRow[] | undefined;
}

const isUnset = (value: unknown) => value === undefined || value === null || value === '' || value === 0;

const isSame = (before: unknown, after: unknown) =>
  (isUnset(before) && isUnset(after)) || JSON.stringify(before) === JSON.stringify(after);

/** 1023: rows are missing or in another order. 1017: a row says something else than it did. */
function checkLockedRows(before: readonly DocumentRow[], rows: readonly DocumentRow[], lock: Lock): void {
  const isInOrder =
    rows.length === before.length && rows.every((row, index) => row.productID === before[index]?.productID);
  if (!isInOrder) refuse(lock.hasOpenPrices ? 1023 : 1017);
  for (const [index, { amount, price }] of rows.entries()) {
    if (amount !== before[index]?.amount) refuse(1017, `amount${index + 1}`);
    if (!lock.hasOpenPrices && price !== undefined && price !== before[index]?.price)
      refuse(1017, `price${index + 1}`);
  }
}

/** 1017 and 1023: a confirmed document cannot change so. Sending what it says already changes nothing. */
export function checkLock(before: Row, change: Change, lock: Lock): void {
  const { rows: _, ...fields } = change.fields;
  for (const [name, value] of Object.entries(fields)) {
    const isLocked = lock.fields === 'all' || name === 'confirmed' || lock.fields.includes(name);
    if (isLocked && !isSame(before[name], value)) refuse(1017, name);
  }
  if (change.rows !== undefined)
    checkLockedRows((before.rows ?? []) as readonly DocumentRow[], change.rows, lock);
}
