import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id } from '../../wire/integer.ts';

/** A product's stock and costs in one location. */
export const productWarehouse = defineRecord(() => ({
  /** The location; also the key of the map. */
  warehouseID: id,
  /** On hand, reserved units included; only with `getStockInfo`. */
  totalInStock: decimal.optional(),
  /** Held for customers; only with `getStockInfo`. */
  reserved: decimal.optional(),
  /** `totalInStock` less `reserved`; only with `getStockInfo`. */
  free: decimal.optional(),
  /** On confirmed purchase orders; only with `getStockInfo`. */
  orderPending: decimal.optional(),
  /** Below this the product should be ordered; only with `getStockInfo`. */
  reorderPoint: decimal.optional(),
  /** What an order should fill the stock up to; only with `getStockInfo`. */
  restockLevel: decimal.optional(),
  /** Mean cost of the units in stock; only with `getFIFOCost`. */
  FIFOCost: decimal.optional(),
  /** As `FIFOCost`, without freight and the like; only with `getFIFOCost`. */
  purchasePrice: decimal.optional(),
}));
