import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';

/** One line of a bundle's or assembly's recipe. */
export const productComponent = defineRecord(() => ({
  /** The product that goes in. */
  componentID: integer,
  /** How much of it one unit takes. */
  amount: decimal,
}));
