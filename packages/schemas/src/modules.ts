/**
 * Parts of Erply that an account has or does not have. Its pages name them in prose only, so these names are ours. Here are
 * those that something of a call depends on.
 */
export const modules = {
  appliedManualDiscounts: 'discounts by hand among the discounts that were applied',
  appliedPriceLists: 'price lists among the discounts that were applied',
  assortments: 'which products a location sells',
  customerBalances: 'what all customers owe, in one report',
  employeeConsent: 'that employees confirm the rules of data protection',
  customerGroupPromotions: 'promotions for some customer groups',
  extraCodes: 'codes 5 to 8 of a product',
  extraFields: 'extra fields 1 to 4 of a product',
  giftCardExtras: 'where and by whom gift cards are sold and used',
  packaging: 'what packages of a product are made of',
  paymentIntegrations: 'what providers of card payments say about a payment',
  paymentTransactionTime: 'when the transaction of a payment was',
  posMulticurrency: 'opening and closing days of a register in several currencies',
  priceListSubsidy: 'subsidies and flyer pages in price lists',
  priceListTypes: 'price lists of several types',
  promotions: 'promotions and coupons',
  promotionReport: 'which discounts were applied to which sales',
  promotionSubsidy: 'subsidies and flyer pages of promotions',
  quantityPriceLists: 'prices that depend on the amount',
  productParameters: 'parameters of products, for web shops',
  reasonCodes: 'why goods are registered',
  repair: 'what a repair shop knows of what it repairs',
  rewardPointExtras: 'where, by whom and why reward points are given and used',
  rewardPoints: 'reward points of customers',
  salon: 'appointments, and how long a service takes',
  storeRegions: 'groups of locations',
  supplierPriceLists: 'price lists of suppliers',
} as const;

export type ModuleName = keyof typeof modules;

/** An input that only accounts with a module have, and the code that others are refused with. */
export interface ModuleInput {
  readonly module: ModuleName;
  /** 1006 or 1078 where Erply's page says so for this input, else 1028. */
  readonly code: 1006 | 1028 | 1078;
}
