import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Fields, Filter } from '../../query/filter.ts';

const hasID = (row: Fields, field: string) => Number(row.get(field) ?? 0) !== 0;

/** Without discounts by price lists. */
const withoutPriceLists: Filter = {
  key: 'not by a price list',
  matches: (row) => !hasID(row, 'priceListID'),
};

/** Without discounts by hand. */
const withoutManual: Filter = {
  key: 'not by hand',
  matches: (row) => hasID(row, 'priceListID') || hasID(row, 'promotionID'),
};

/** The discounts that were applied, as far as the account's modules show them. */
export const getAppliedPromotionRecords: Handler<typeof calls.getAppliedPromotionRecords> = (
  context,
  input,
) => {
  const { account } = context;
  const filters = [
    ...(account.hasModule('appliedPriceLists') ? [] : [withoutPriceLists]),
    ...(account.hasModule('appliedManualDiscounts') ? [] : [withoutManual]),
  ];
  return listWith(context, input, { filters });
};
