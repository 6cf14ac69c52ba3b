import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { id } from '../../wire/integer.ts';

/** How much there is of a product, in one location or in all together. */
export const productStock = defineRecord(() => ({
  /** The product. */
  productID: id,
  /** On hand, reserved units included. */
  amountInStock: decimal,
  /** Held for customers, by orders for example; only with `getAmountReserved`. */
  amountReserved: decimal.optional(),
  /** The price to start a purchase order with; only with `getSuggestedPurchasePrice`. */
  suggestedPurchasePrice: decimal.optional(),
  /** Weighted mean of the units in stock; only with `getAveragePrices`. */
  averagePurchasePrice: decimal.optional(),
  /** As `averagePurchasePrice`, with freight; only with `getAveragePrices`. */
  averageCost: decimal.optional(),
  /** Only with `getFirstPurchaseDate`. */
  firstPurchaseDate: isoDate.optional(),
  /** Only with `getLastPurchaseDate`. */
  lastPurchaseDate: isoDate.optional(),
  /** Only with `getLastSoldDate`. */
  lastSoldDate: isoDate.optional(),
  /**
   * The last day on which some of it came, in whatever way; only with `getLastInventoryInTransactionDate`. The name, and
   * where it stands, are inferred.
   */
  lastInventoryInTransactionDate: isoDate.optional(),
  /** The last day on which some of it left; only with `getLastInventoryOutTransactionDate`. */
  lastInventoryOutTransactionDate: isoDate.optional(),
  /** Below this the product should be ordered; only with `getReorderPoints`. */
  reorderPoint: decimal.optional(),
  /** What an order should fill the stock up to; only with `getReorderPoints`. */
  restockLevel: decimal.optional(),
}));
