import type { Row } from '../../store/row.ts';

/** A discount that came back with a row, as calculateShoppingCart has answered it. */
export interface SentDiscount {
  readonly promotionID: number;
  readonly priceListID: number;
  readonly amount: number;
  readonly totalDiscount: number;
}

const field = /^promotionRule(\d+)(promotionID|priceListID|name|amount|totalDiscount)$/;

/** A row without what says how its price was made: the rest is what its document keeps. */
export const withoutDiscounts = <TRow extends Row>(row: TRow): TRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !field.test(name))) as TRow;

/** The discounts that came with a row, in their order. */
export function sentDiscounts(row: Row): SentDiscount[] {
  const found = new Map<number, Record<string, number>>();
  for (const [name, value] of Object.entries(row)) {
    const [, number, part] = field.exec(name) ?? [];
    if (number === undefined || part === undefined || part === 'name') continue;
    const discount = found.get(Number(number)) ?? {};
    discount[part] = Number(value);
    found.set(Number(number), discount);
  }
  return [...found]
    .sort(([left], [right]) => left - right)
    .map(([, { promotionID = 0, priceListID = 0, amount = Number(row.amount ?? 0), totalDiscount = 0 }]) => ({
      ...{ promotionID, priceListID, amount, totalDiscount },
    }));
}
