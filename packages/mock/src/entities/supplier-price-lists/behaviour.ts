import type { Behaviour } from '../../account/account.ts';

/** A new price list counts (inferred). Its prices come unless only headers are asked for. */
export const supplierPriceLists: Behaviour = {
  defaults: { active: 1 },
  fieldsOnDemand: ['pricelistRules'],
};
