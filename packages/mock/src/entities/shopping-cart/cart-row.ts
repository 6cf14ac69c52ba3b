import { type RowTotals, type TotalsRow, totalsOfRow } from '@erply-kit/schemas/totals';

import type { Row } from '../../store/row.ts';
import type { CartSetting } from './cart-setting.ts';
import { type Decimal, exact, hundred, numberOf, one } from './exact.ts';

/** What made the price of a row, in the order of its application. With neither ID it is a manual discount. */
export interface CartDiscount {
  readonly promotionID: number;
  readonly priceListID: number;
  readonly name: string;
  /** How many pieces it is on. */
  readonly amount: number;
  /** What it takes off the row. */
  readonly totalDiscount: number;
}

/** A row of a cart while it is priced. */
export interface CartRow {
  /** Number of the row, from 1. */
  readonly number: number;
  readonly product: Row;
  readonly amount: number;
  readonly vatrateID: number;
  readonly vatRate: number;
  /** Net price of one before discounts. */
  readonly price: number;
  /** The same as people speak of it: with tax where prices are with tax. */
  readonly shelfPrice: Decimal;
  /** 1 when it gets no discount. */
  readonly nonDiscountable: 0 | 1;
  /** Percent. */
  readonly manualDiscount: number;
  readonly reasonCodeID: number;
  /** What the row comes to at the price before discounts. */
  readonly original: RowTotals;
  /** What it comes to after the discount by hand. */
  readonly byHand: RowTotals;
  /** What the discounts so far have left of the price: 0.9 after 10%. */
  share: Decimal;
  /** What the row comes to now, as people speak of it. */
  value: Decimal;
  /** A price list made its price. */
  readonly isListed: boolean;
  /** A promotion has taken something off. */
  isPromoted: boolean;
  readonly discounts: CartDiscount[];
}

/** Decimals of a discount: enough that the price which follows from it is exact to the cent, however dear. */
const discountDecimals = 10;

const centDecimals = 2;

/** All discounts so far, in percent. */
export const discountOf = (row: CartRow): number =>
  numberOf(one.minus(row.share).times(hundred).round(discountDecimals));

/** What the totals of a row depend on. */
type PricedRow = Omit<TotalsRow, 'discount'>;

/** The row as its totals depend on it, with a discount in percent. */
export const totalsRow = ({ price, amount, vatRate, vatrateID }: PricedRow, discount: number): TotalsRow => ({
  ...{ price, discount, amount, vatRate, vatrateID },
});

/** What a row comes to with a discount in percent. */
export const rowTotalsAt = (row: PricedRow, discount: number, { totals }: CartSetting): RowTotals =>
  totalsOfRow(totalsRow(row, discount), totals);

/** What a row comes to, as people speak of it. */
export const spokenValue = (totals: RowTotals, { speaksGross }: CartSetting): Decimal =>
  exact(speaksGross ? totals.rowTotal : totals.rowNetTotal);

/** Leaves only a share of the price of a row; answers what that takes off it, in whole cents. */
export function reduceTo(row: CartRow, share: Decimal, setting: CartSetting): number {
  const before = row.value;
  row.share = share;
  row.value = spokenValue(rowTotalsAt(row, discountOf(row), setting), setting);
  return savedBetween(before, row.value);
}

/** What lies between two values, in whole cents. */
export const savedBetween = (before: Decimal, after: Decimal): number =>
  numberOf(before.minus(after).round(centDecimals));

/** Price of one now, as people speak of it. */
export const unitPrice = (row: CartRow): Decimal => row.shelfPrice.times(row.share);
