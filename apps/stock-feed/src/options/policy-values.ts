import { UsageError } from '@erply-kit/command-line';

import type { Reserve } from '../availability-rule.ts';
import { isCountable } from '../quantity.ts';

/** A name that needs no quotes in any format. */
export function isGroupName(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text);
}

/** @param what what stands before the reason in the message: the option with its value, or the place in a file. */
export function warehouseIn(what: string, text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new UsageError(`${what}: give the number of a warehouse`);
}

/** A quantity that can be counted in millionths. */
export function quantityIn(what: string, text: string): number {
  if (/^\d{1,10}(\.\d{1,6})?$/.test(text) && isCountable(Number(text))) return Number(text);
  throw new UsageError(`${what}: give a number from 0 to 9007199254, with at most six decimals`);
}

/** A percentage. */
export function percentIn(what: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 100) return value;
  throw new UsageError(`${what}: give a number from 0 to 100`);
}

/** `2` or `10%`. */
export function reserveIn(what: string, text: string): Reserve {
  return text.endsWith('%')
    ? { percent: percentIn(`${what}, in percent`, text.slice(0, -1)) }
    : { quantity: quantityIn(what, text) };
}
