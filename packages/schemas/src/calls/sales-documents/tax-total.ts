import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';

/** What the rows of one tax rate add up to. */
export const taxTotal = defineRecord(() => ({
  /** The rate. */
  vatrateID: integer,
  /** In the document's currency. */
  total: decimal,
}));
