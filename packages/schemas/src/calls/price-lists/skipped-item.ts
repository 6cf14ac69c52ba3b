import { defineRecord } from '../../define-record.ts';
import { integer } from '../../wire/integer.ts';
import { word } from '../../wire/text.ts';
import { priceListRuleTypes } from './price-list-rule-types.ts';

/** A rule that a save left out. */
export const skippedItem = defineRecord(() => ({
  /** What `id` is the ID of. */
  type: word(priceListRuleTypes),
  /** The product, product group or service. */
  id: integer,
}));
