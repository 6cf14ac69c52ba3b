import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id } from '../../wire/integer.ts';

/** What units of a product cost that are about to leave. */
export const productCost = defineRecord(() => ({
  /** The product. */
  productID: id,
  /** How many were asked for. */
  amount: decimal,
  /** What one of them costs, by the batches that they come from. */
  cost: decimal,
  /** On hand. */
  amountActuallyInStock: decimal,
  /** 1 when there are not so many, so that the cost of the rest is a guess. */
  costIsPreliminary: flag,
}));
