/** What a rule of a price list is about. */
export const priceListRuleTypes = ['PRODUCT', 'PRODGROUP', 'SERVICE'] as const;
