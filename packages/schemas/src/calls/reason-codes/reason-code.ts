import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { nullableText, text, word } from '../../wire/text.ts';
import { reasonPurposes } from './reason-purposes.ts';

/** Why something is written off, brought back, discounted and so on. */
export const reasonCode = defineRecord(() => ({
  /** ID of the reason. */
  reasonID: id,
  /** What people read. */
  name: text,
  /** What it is a reason for. */
  purpose: word(reasonPurposes),
  /** PHYSICAL_INVENTORY, or `null`. */
  type: nullableText,
  /** Short code. */
  code: text,
  /** Tiers of promotions that a discount for this reason rules out; only for discounts. */
  manualDiscountDisablesPromotionTiers: z.array(integer).optional(),
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
