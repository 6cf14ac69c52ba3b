import { defineRecord } from '../../define-record.ts';
import { decimal, filledDecimalString, nullableDecimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { idString, integer } from '../../wire/integer.ts';

/**
 * A row of a cart with its price. Prices are of one piece, and follow each other: original, after the manual discount,
 * after promotions, final. After these fields come those of what made the price, numbered by discount and by row:
 * `promotionRule1promotionID1`, `promotionRule1priceListID1`, `promotionRule1name1`, `promotionRule1amount1` and
 * `promotionRule1totalDiscount1` are of the first discount on row 1. A client has known the last one; that the others are
 * spelled like it is inferred.
 */
export const cartRow = defineRecord(() => ({
  /** Number of the row, as it was sent. */
  rowNumber: integer,
  /** The product. */
  productID: idString,
  /** How many. */
  amount: filledDecimalString,
  /** The tax rate; 0 when no tax is paid and the account has no rate of 0. */
  vatrateID: integer,
  /** The tax in percent. */
  vatRate: filledDecimalString,
  /** Net price by the card, the price lists, or as it was sent. */
  originalPrice: decimal,
  /** The same with tax. */
  originalPriceWithVAT: decimal,
  /** Net price after the manual discount. */
  manualDiscountPrice: decimal,
  /** The same with tax. */
  manualDiscountPriceWithVAT: decimal,
  /** Why there is a manual discount; 0 for no reason. */
  manualDiscountReasonCodeID: integer,
  /** Net price after promotions too. */
  promotionPrice: decimal,
  /** The same with tax. */
  promotionPriceWithVAT: decimal,
  /** What promotions take off, in percent of the price after the manual discount. */
  promotionDiscount: decimal,
  /** The same as `manualDiscount`. */
  originalDiscount: decimal,
  /** The manual discount in percent. */
  manualDiscount: decimal,
  /** All of it in percent: 10% and 10% make 19%. With `originalPrice` it is what is saved. */
  discount: decimal,
  /** Net price that is paid. */
  finalPrice: decimal,
  /** The same with tax. */
  finalPriceWithVAT: decimal,
  /** Net total of the row. */
  rowNetTotal: decimal,
  /** Tax of the row. */
  rowVAT: decimal,
  /** Total of the row with tax. */
  rowTotal: decimal,
  /** Price up to which there is no tax; `null` where there is no such tax. */
  priceBasedTaxThreshold: nullableDecimal,
  /** Tax above that price; `null` where there is no such tax. */
  priceBasedTaxRate: nullableDecimal,
  /** 1 for gift cards and for products that get no discount, themselves or by their group or one above it. */
  nonDiscountable: flag,
}));
