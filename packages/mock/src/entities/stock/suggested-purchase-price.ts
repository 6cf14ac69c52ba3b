import type { Account } from '../../account/account.ts';

/** Finds what a purchase order of a product would start with. */
export type SuggestedPurchasePrice = (productID: number) => number;

/**
 * The first that there is of: the price in a price list of the product's supplier, that of the newest purchase anywhere,
 * the cost on the card, the cost in the newest registration anywhere. The fake has no price lists of suppliers, so the
 * first step finds nothing.
 */
export function suggestedPurchasePrice(account: Account): SuggestedPurchasePrice {
  const { products, stock } = account;
  const { changes } = account.table('products');
  const { size } = account.shared.shop.products;
  const cardCost = (productID: number) => {
    const isUntouched = productID <= size && !changes.has(productID);
    return isUntouched
      ? account.shared.shop.stock.openingCost(productID)
      : Number(products.fieldsOf(productID).get('cost') ?? 0);
  };
  return (productID) =>
    stock.newestPurchasePrice(productID) ??
    (cardCost(productID) || (stock.newestRegistrationCost(productID) ?? 0));
}
