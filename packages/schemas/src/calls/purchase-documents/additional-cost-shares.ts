/** By what additional costs are divided among the rows of a purchase; only newer pages have WEIGHT. */
export const additionalCostShares = ['AMOUNT', 'PRICE', 'WEIGHT'] as const;
