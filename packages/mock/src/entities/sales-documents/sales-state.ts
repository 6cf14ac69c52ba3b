import type { Row } from '../../store/row.ts';
import { shopTime } from '../account/shop-time.ts';
import { nextNumber, ownNumber } from './document-numbers.ts';
import type { SalesSaving } from './sales-saving.ts';

/** How far a document is when nobody says: a draft is PENDING, one that was just confirmed READY. */
function invoiceState(before: Row | undefined, document: Row): unknown {
  if (document.confirmed !== 1)
    return before?.confirmed === 1 ? 'PENDING' : (before?.invoiceState ?? 'PENDING');
  return before?.confirmed === 1 ? before.invoiceState : 'READY';
}

/** What follows from being a draft or confirmed, but for the number. */
export function stateFields({ account, before, input }: SalesSaving, document: Row): Row {
  const isConfirmed = document.confirmed === 1;
  const confirmedOn = before?.confirmed === 1 ? before.inventoryTransactionDate : shopTime(account).date;
  return {
    invoiceState: input.invoiceState ?? invoiceState(before, document),
    inventoryTransactionDate: isConfirmed ? confirmedOn : null,
  };
}

const hasNumber = ({ number }: Row) => typeof number === 'string' && number !== '' && number !== '0';

/** The number of a document that the user wants, unless another one has it. */
function wantedNumber({ account, input }: SalesSaving, type: string): string | undefined {
  const { invoiceNo = 0, allowDuplicateNumbers } = input;
  if (invoiceNo <= 0) return undefined;
  return ownNumber(account, { type, invoiceNo, isDuplicateAllowed: allowDuplicateNumbers === 1 });
}

/**
 * The number of a document: none of a draft or of one with a number of free form. One that has a number keeps it. Uses a
 * number up, so that nothing may go wrong after it.
 */
export function takeNumber(saving: SalesSaving, document: Row): string {
  if (document.confirmed !== 1) return '0';
  if (hasNumber(document)) return String(document.number);
  if (document.customNumber) return '0';
  const type = String(document.type);
  return wantedNumber(saving, type) ?? nextNumber(saving.account, type);
}
