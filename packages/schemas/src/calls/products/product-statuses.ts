/** What may happen to a product: ARCHIVED ones are history. */
export const productStatuses = ['ACTIVE', 'NO_LONGER_ORDERED', 'NOT_FOR_SALE', 'ARCHIVED'] as const;
