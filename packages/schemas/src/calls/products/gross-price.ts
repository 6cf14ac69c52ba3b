import { phpRound } from '../../wire/php-round.ts';

/** Decimals of a price with tax. */
const grossDecimals = 2;

/** The price with tax of a net price, in whole cents: what `priceWithVat` of a product is. */
export const grossPrice = (net: number, taxPercent: number): number =>
  phpRound((net * (100 + taxPercent)) / 100, grossDecimals);
