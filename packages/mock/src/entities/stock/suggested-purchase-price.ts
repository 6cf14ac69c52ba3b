import type { Account } from '../../account/account.ts';
import { supplierPrices } from '../supplier-price-lists/supplier-prices.ts';
import { stockOf } from './stock.ts';

/** Finds what a purchase order of a product would start with. */
export type SuggestedPurchasePrice = (productID: number) => number;

/**
 * The first that there is of: the price in a price list of the product's supplier, that of the newest purchase anywhere,
 * the cost on the card, the cost in the newest registration anywhere. Of accounts without the module of supplier price
 * lists, those lists suggest nothing (inferred).
 */
export function suggestedPurchasePrice(account: Account): SuggestedPurchasePrice {
  const { ledger: stock } = stockOf(account);
  const products = account.table('products');
  const cardCost = (productID: number) => {
    const isOfBase = products.isBase(productID) && !products.changes.has(productID);
    return isOfBase
      ? account.shared.shop.stock.openingCost(productID)
      : Number(products.value('cost', productID) ?? 0);
  };
  const priceOf = account.hasModule('supplierPriceLists') ? supplierPrices(account) : () => undefined;
  return (productID) =>
    priceOf(productID) ??
    stock.newestPurchasePrice(productID) ??
    (cardCost(productID) || (stock.newestRegistrationCost(productID) ?? 0));
}
