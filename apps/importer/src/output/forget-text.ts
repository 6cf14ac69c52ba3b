import type { PersonRows } from '../personal/erase-person.ts';
import { count } from './table.ts';

/** How much of somebody there is, for people. */
export function forgetText({ customers, addresses, deadLetters }: PersonRows): string {
  const parts = [
    rowsText(customers, 'customer'),
    rowsText(addresses, 'address', 'addresses'),
    rowsText(deadLetters, 'dead letter'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

function rowsText(rows: number, one: string, several = `${one}s`): string {
  if (rows === 0) return '';
  return `${count(rows)} ${rows === 1 ? one : several}`;
}
