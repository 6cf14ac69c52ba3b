import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A row that was sold, and what its goods cost. */
export const costOfGoods = defineRecord(() => ({
  /** Day of the document. */
  date: isoDate,
  /** The document, by getSalesDocuments. */
  invID: integer,
  /** Its number. */
  invNo: text,
  /** The location that sold. */
  wrhID: integer,
  /** The product; 0 for a text. */
  prodID: integer,
  /** How many; negative for what came back. */
  amount: decimal,
  /** Net total of the row, whatever its name says. */
  price: decimal,
  /** What the goods of the row cost. */
  cost: decimal,
}));
