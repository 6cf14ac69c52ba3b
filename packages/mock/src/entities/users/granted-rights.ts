import { mayDo, type Right, type User } from '../../account/user.ts';

/**
 * The right and the table that each flag stands for. Where the fake keeps the table, its calls ask for just that right;
 * rights in a sale are those on sales documents (inferred), which registers save.
 */
const rights: Readonly<Record<string, readonly [right: Right, table: string]>> = {
  rightGiveCustomerCredit: ['add', 'salesDocuments'],
  rightCreateInventoryRegistrations: ['add', 'inventoryRegistrations'],
  rightCreateInventoryAmortizations: ['add', 'inventoryWriteOffs'],
  rightMakePOSRefunds: ['add', 'salesDocuments'],
  rightMakePOSReturnsWithoutReceipt: ['add', 'salesDocuments'],
  rightApplyPromotions: ['add', 'salesDocuments'],
  rightChangePrices: ['add', 'salesDocuments'],
  rightEditConfirmedInvoices: ['edit', 'salesDocuments'],
  rightChangeInvoiceDate: ['edit', 'salesDocuments'],
  rightEditStockAndProductCost: ['edit', 'products'],
  rightChangePricesOnPurchaseOrders: ['edit', 'purchaseDocuments'],
  rightChangeConfirmedPurchaseInvoices: ['edit', 'purchaseDocuments'],
  rightEditPriceOnReturnWithoutReceiptInPOS: ['add', 'salesDocuments'],
  rightMakeDiscountInPOS: ['add', 'salesDocuments'],
  rightOpenAndCloseDay: ['add', 'dayClosings'],
  rightEditActualReports: ['edit', 'salesDocuments'],
  rightAddRewardPoints: ['add', 'earnedRewardPointRecords'],
  rightPOSManagerOverride: ['edit', 'salesDocuments'],
  rightEditRetailChainPriceLists: ['edit', 'priceLists'],
};

/** What a user may do, as the flags of getUserRights say it. */
export function grantedRights(user: User): Readonly<Record<string, 0 | 1>> {
  const flags = Object.entries(rights).map(
    ([flag, [right, table]]) => [flag, mayDo(user, right, table) ? 1 : 0] as const,
  );
  return Object.fromEntries(flags);
}
