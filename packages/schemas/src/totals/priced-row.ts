import type { Decimal } from './exact.ts';

/** A row on its way to its totals, exact. */
export interface PricedRow {
  readonly vatrateID: number;
  /** Percent of tax. */
  readonly rate: Decimal;
  /** Net price of one piece after the discount. */
  readonly finalNet: Decimal;
  /** The same with tax. */
  readonly finalGross: Decimal;
  /** What the row comes to: net where totals are made of net prices, else with tax. */
  readonly base: Decimal;
}
