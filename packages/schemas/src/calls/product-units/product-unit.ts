import { defineRecord } from '../../define-record.ts';
import { idString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A unit that products are counted in. */
export const productUnit = defineRecord(() => ({
  /** ID of the unit. */
  unitID: idString,
  /** What people read. */
  name: text,
}));
