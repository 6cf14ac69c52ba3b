import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';

/**
 * A discount on a row of a sales document: by a promotion, by a price list or, with the ID of neither, by hand. Sums are
 * net in the US, with tax elsewhere.
 */
export const appliedPromotionRecord = defineRecord(() => ({
  /** ID of the record. */
  recordID: id,
  /** The location. */
  warehouseID: integer,
  /** The register; 0 for none. */
  pointOfSaleID: integer,
  /** Who bought. */
  customerID: integer,
  /** Who made the document. */
  invoiceCreatorID: integer,
  /** Who served the customer. */
  attendantID: integer,
  /** The product. */
  productID: integer,
  /** The sales document. */
  invoiceID: integer,
  /** The row of the document. */
  rowID: integer,
  /** The promotion; 0 for none. */
  promotionID: integer,
  /** The price list; 0 for none. */
  priceListID: integer,
  /** Day of the sale. */
  date: isoDate,
  /** Name of the promotion. */
  promotionName: text,
  /** Name of the price list. */
  priceListName: text,
  /** Pieces in the row. */
  totalAmount: decimal,
  /** Pieces that the discount is on. */
  discountedAmount: decimal,
  /** Price of one before this discount. */
  priceBeforePromotion: decimal,
  /** Total of the row before this discount. */
  totalBeforePromotion: decimal,
  /** Price of one after this discount. */
  priceAfterPromotion: decimal,
  /** Total of the row after this discount. */
  totalAfterPromotion: decimal,
  /** What it takes off one piece of the row. */
  unitDiscount: decimal,
  /** What it takes off the row. */
  totalDiscount: decimal,
  /** ITEMS, or INVOICE for a promotion on the whole sale; empty for other discounts. */
  promotionType: word(['ITEMS', 'INVOICE']),
  /** The sum that the promotion takes off; 0 for one in percent. */
  promotionDiscountValue: decimal,
  /** The percentage that the promotion takes off; 0 for one of a sum. */
  promotionDiscountPercentage: decimal,
  /** PRICE or DISCOUNT, by what the price list sets; empty for other discounts. */
  priceListDiscountType: word(['PRICE', 'DISCOUNT']),
  /** The percentage of the price list. */
  priceListDiscountPercentage: decimal,
  /** The manual discount in percent. */
  manualDiscountPercentage: decimal,
  /** Why there is a manual discount. */
  manualDiscountReasonID: integer,
  /** The reason code of the promotion. */
  promotionReasonCodeID: integer,
  /** What somebody else pays of the discount on one piece. */
  unitItemSubsidy: decimal,
  /** The same by sale. */
  unitTransactionSubsidy: decimal,
  /** What somebody else pays of the discount on the row. */
  totalItemSubsidy: decimal,
  /** The same by sale. */
  totalTransactionSubsidy: decimal,
}));
