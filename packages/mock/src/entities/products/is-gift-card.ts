import type { Account } from '../../account/account.ts';

/** The product is a gift card that is sold, of one kind or the other. */
export function isGiftCard(account: Account, productID: number): boolean {
  const product = productID > 0 ? account.table('products').get(productID) : undefined;
  return product?.isGiftCard === 1 || product?.isRegularGiftCard === 1;
}
