/** Sorts of packaging, as deposit rules know them. */
export const packagingTypes = ['ORDINARY_PACKAGE', 'METAL_BEVERAGE_PACKAGE', 'RETURNABLE_PACKAGE'] as const;
