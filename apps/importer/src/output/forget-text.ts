import type { PersonRows } from '../personal/erase-person.ts';
import { count } from './table.ts';

/** How much of somebody there is, for people. */
export function forgetText(rows: PersonRows): string {
  const own = listOf([
    rowsText(rows.customers, 'customer'),
    rowsText(rows.suppliers, 'supplier'),
    rowsText(rows.addresses, 'address', 'addresses'),
    rowsText(rows.deadLetters, 'dead letter'),
  ]);
  const documents = listOf([
    rowsText(rows.salesDocuments, 'sales document'),
    rowsText(rows.payments, 'payment'),
    rowsText(rows.purchaseDocuments, 'purchase document'),
  ]);
  const named = documents && `the person in ${documents}`;
  return [own, named].filter((part) => part !== '').join(', and ') || 'nothing';
}

const listOf = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');

function rowsText(rows: number, one: string, several = `${one}s`): string {
  if (rows === 0) return '';
  return `${count(rows)} ${rows === 1 ? one : several}`;
}
