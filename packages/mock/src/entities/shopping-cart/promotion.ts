import type { RowOfTable } from '@erply-kit/schemas';

import type { Row } from '../../store/row.ts';
import type { CartRow } from './cart-row.ts';
import type { CartSetting } from './cart-setting.ts';
import type { Decimal } from './exact.ts';

/** A promotion that may apply to a cart, and how often it may at most. */
export interface Promotion {
  readonly campaign: RowOfTable<'campaigns'>;
  readonly award: AwardName;
  /** Infinity where nothing limits it. */
  readonly limit: number;
}

/** What a promotion does to a row. */
export interface RowAward {
  readonly row: CartRow;
  /** How many pieces it is on. */
  readonly amount: number;
  /** What it leaves of the price of the row. */
  readonly share: Decimal;
}

/** What a promotion does to a cart. */
export interface Award {
  /** How many times it was applied. */
  readonly count: number;
  readonly rows: readonly RowAward[];
}

/** A cart that promotions are applied to. */
export interface PricedCart {
  readonly setting: CartSetting;
  readonly rows: readonly CartRow[];
  /** Reward points that the customer has left. */
  points: number;
}

/** Works out what a promotion does to a cart; `undefined` for nothing. */
export type AwardMaker = (promotion: Promotion, cart: PricedCart) => Award | undefined;

/**
 * What promotions give, in the order in which the types of a tier are applied: what single products get comes before what
 * the whole sale gets, since the latter can leave out rows that an earlier promotion has touched. The order itself is
 * inferred: it is known that there is one.
 */
export const awardNames = [
  'specialUnitPrice',
  'specialPrice',
  'percentageOffMatchingItems',
  'sumOffMatchingItems',
  'percentageOFF',
  'sumOFF',
  'percentageOffEntirePurchase',
  'sumOffEntirePurchase',
] as const satisfies readonly (keyof RowOfTable<'campaigns'>)[];

export type AwardName = (typeof awardNames)[number];

/** Those on the sale as a whole. */
export const isOnWholeSale = (award: AwardName): boolean => award.endsWith('EntirePurchase');

const idsIn = (value: unknown): number[] =>
  (Array.isArray(value) ? value : [value]).filter((id): id is number => typeof id === 'number' && id > 0);

/** The IDs that some fields of a promotion name. */
export const idsOf = (campaign: Row, ...fields: readonly string[]): number[] =>
  fields.flatMap((field) => idsIn(campaign[field]));
