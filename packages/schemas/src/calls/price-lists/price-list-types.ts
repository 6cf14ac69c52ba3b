/** What a price list is for; price list types module. */
export const priceListTypes = ['BASE_PRICE_LIST', 'STORE_PRICE_LIST'] as const;
