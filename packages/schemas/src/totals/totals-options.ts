import type { TotalsMethod } from './totals-method.ts';

/** One row of a sales document, as far as its totals depend on it. Whoever gives goods back has a negative amount. */
export interface TotalsRow {
  /** Net price of one piece before the discount. */
  readonly price: number;
  /** Percent. */
  readonly discount: number;
  /** Pieces; negative for a return. */
  readonly amount: number;
  /** Percent. */
  readonly vatRate: number;
  /** ID of that rate: the totals by rate are by this. */
  readonly vatrateID: number;
}

/** Versions of the way in which Erply computes; 2 is that of every account that did not ask for another. */
export type AlgorithmVersion = 2 | 3 | 4 | 5;

/** How to compute. */
export interface TotalsOptions {
  /** What {@link totalsMethod} says. */
  readonly method: TotalsMethod;
  /** `algorithmVersion`; those that do not concern the method are as 2. */
  readonly version: AlgorithmVersion;
  /** `price_decimals` of the account: 2 in the US, 4 elsewhere. Only net prices are rounded to it. */
  readonly priceDecimals: number;
  /** What the document adds to its total, in money. @default what `roundTo` makes of the total */
  readonly rounding?: number | undefined;
  /** `invoice_rounding` of the account: the total becomes a multiple of it. @default 0.01, which changes nothing */
  readonly roundTo?: number | undefined;
  /**
   * How version 5 makes cents of the tax of each row: so that the rows add up to the tax of the document, what is left
   * over going to those that lose most (largest remainder), or each for itself. The page on it is known in part only, so
   * the way it goes is inferred.
   * @default largestRemainder
   */
  readonly spreading?: 'largestRemainder' | 'none' | undefined;
}

/** What a row comes to. A row adds up: `rowNetTotal` and `rowVAT` make `rowTotal`. */
export interface RowTotals {
  /** Net price of one piece after the discount. */
  finalNetPrice: number;
  /** The same with tax. */
  finalPriceWithVAT: number;
  /** Net. */
  rowNetTotal: number;
  /** Tax. */
  rowVAT: number;
  /** With tax. */
  rowTotal: number;
}

/** The sum of what has one rate of tax. */
export interface RateTotal {
  vatrateID: number;
  total: number;
}

/** What a document comes to. `netTotal`, `vatTotal` and `rounding` make `total`. */
export interface DocumentTotals {
  /** In the order of the rows. */
  rows: RowTotals[];
  netTotal: number;
  vatTotal: number;
  /** Added to the total at the very end. */
  rounding: number;
  total: number;
  /** By rate, in the order in which rates first appear. */
  netTotalsByTaxRate: RateTotal[];
  vatTotalsByTaxRate: RateTotal[];
}
