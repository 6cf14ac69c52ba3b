import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { flag, flagString } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A user and what the user may do. Some flags come inside quotes, others do not. */
export const userRights = defineRecord(() => ({
  /** ID of the user; inside quotes in verifyUser. */
  userID: id,
  /** The name that the user logs in with. */
  userName: text,
  /** The user's group: its `userGroupID`. */
  groupID: integer,
  /** The greatest discount that the user may give, in percent. */
  maxDiscount: integer,
  /** Always empty: no call gives a PIN away. */
  cardCode: text,
  /** May let customers buy on credit. */
  rightGiveCustomerCredit: flagString,
  /** May make inventory registrations. */
  rightCreateInventoryRegistrations: flagString,
  /** May write goods off. */
  rightCreateInventoryAmortizations: flagString,
  /** May pay money back at the register. */
  rightMakePOSRefunds: flagString,
  /** May take goods back without a receipt. */
  rightMakePOSReturnsWithoutReceipt: flag,
  /** May apply promotions by hand. */
  rightApplyPromotions: flag,
  /** May change prices in a sale. */
  rightChangePrices: flag,
  /** May edit confirmed invoices. Deprecated: `modules` says so too. */
  rightEditConfirmedInvoices: flagString,
  /** May change the date of an invoice. */
  rightChangeInvoiceDate: flag,
  /** May change stock and what products cost. */
  rightEditStockAndProductCost: flag,
  /** May change prices on purchase orders; how this flag and those below are spelled was not seen. */
  rightChangePricesOnPurchaseOrders: flag,
  /** May change confirmed purchase invoices. */
  rightChangeConfirmedPurchaseInvoices: flag,
  /** May change the price of what is taken back without a receipt. */
  rightEditPriceOnReturnWithoutReceiptInPOS: flag,
  /** May give discounts at the register; 1 where an old server leaves it out. */
  rightMakeDiscountInPOS: flag,
  /** May open and close the day; 1 where an old server leaves it out. */
  rightOpenAndCloseDay: flag,
  /** May edit reports that are in force. */
  rightEditActualReports: flag,
  /** May give reward points. */
  rightAddRewardPoints: flag,
  /** May allow at a register what its user may not. */
  rightPOSManagerOverride: flag,
  /** May edit the price lists of all stores. */
  rightEditRetailChainPriceLists: flag,
  /** Rights by module, from newer servers; their form is not public. */
  modules: z.unknown().optional(),
  /** When the user was made. */
  added: unixSeconds,
  /** Who made the user. */
  addedByUserName: text,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Who edited the user last. */
  lastModifiedByUserName: text,
}));
