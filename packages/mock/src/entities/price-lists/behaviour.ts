import type { Behaviour } from '../../account/account.ts';

/** A new price list counts (inferred). Its rules come unless only headers are asked for. */
export const priceLists: Behaviour = {
  defaults: { active: 1, type: 'BASE_PRICE_LIST' },
  fieldsOnDemand: ['pricelistRules'],
};
