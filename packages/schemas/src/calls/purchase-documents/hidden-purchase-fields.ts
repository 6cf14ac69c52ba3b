import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { word } from '../../wire/text.ts';
import { additionalCostShares } from './additional-cost-shares.ts';

/** What the fake keeps of a purchase document that no answer shows. */
export const hiddenPurchaseFields = defineRecord(() => ({
  /** What applications have written to the document. */
  jdoc: z.unknown().optional(),
  /** Freight and the like, in the account's currency. */
  additionalCosts: decimal,
  /** By what they are divided among the rows. */
  additionalCostsDividedBy: word(additionalCostShares),
}));
