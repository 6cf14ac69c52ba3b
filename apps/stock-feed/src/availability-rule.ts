import { type NegativePolicy, perUnit } from './quantity.ts';

/** What is kept back of a product: so many, or a share of what there is. */
export type Reserve = { readonly quantity: number } | { readonly percent: number };

/** What is shown of what there is. */
export interface AvailabilityRule {
  readonly negative: NegativePolicy;
  /** Kept back, so that two shops do not sell the same last piece. @default nothing */
  readonly reserve?: Reserve;
  /** Less than this is shown as 0. @default 0 */
  readonly minimum?: number;
  /** More than this is shown as this much. @default no limit */
  readonly maximum?: number;
}

/**
 * The number for the feed, of a quantity in millionths: first what is kept back goes off, then what is left is shown as
 * 0 below the minimum, and as the maximum above it. A sum is made before, so that one warehouse makes up for another.
 *
 * What is less than nothing is left to `negative` as it is: nothing can be kept back of it, and a reserve makes no
 * figure negative.
 */
export function shownQuantity(millionths: number, rule: AvailabilityRule): number {
  // `+ 0` turns the minus zero, which JSON and CSV would print differently, into zero.
  if (millionths <= 0) return (rule.negative === 'zero' ? 0 : millionths) / perUnit + 0;
  const left = millionths - Math.min(millionths, keptBack(millionths, rule.reserve));
  if (left < Math.round((rule.minimum ?? 0) * perUnit)) return 0;
  return Math.min(left, Math.round((rule.maximum ?? Number.POSITIVE_INFINITY) * perUnit)) / perUnit;
}

/** A share of whole pieces is rounded up to whole pieces: a shop cannot sell half a one. */
function keptBack(millionths: number, reserve: Reserve | undefined): number {
  if (!reserve) return 0;
  if ('quantity' in reserve) return Math.round(reserve.quantity * perUnit);
  // In this order: 10 % of 30 is 3, and not 3.0000000000000004 that would be rounded up to 4.
  const share = (millionths * reserve.percent) / 100;
  return millionths % perUnit === 0 ? Math.ceil(share / perUnit) * perUnit : Math.ceil(share);
}
