import { phpRound } from '@erply-kit/schemas';

/** Money in whole hundredths, in which sums are exact. */
export const toCents = (money: number): number => Math.round(phpRound(money, 2) * 100);

/** The money of whole hundredths; nothing is minus zero. */
export const fromCents = (cents: number): number => cents / 100 + 0;
