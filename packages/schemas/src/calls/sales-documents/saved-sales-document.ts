import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimal, filledDecimalString } from '../../wire/decimal.ts';
import { idString, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

const savedRow = defineRecord(() => ({
  /** ID of the row, another one after each save of the rows; a number here. */
  rowID: integer,
  /** Stays the same when a save leaves the rows and their order alone; a number here. */
  stableRowID: integer,
  /** The product; a number here. */
  productID: integer,
  /** The service; a number here. */
  serviceID: integer,
  /** How many; inside quotes. */
  amount: filledDecimalString,
}));

/** What saveSalesDocument answers: the document's numbers, totals and rows. */
export const savedSalesDocument = defineRecord(() => ({
  /** ID of the document; inside quotes here, a number in getSalesDocuments. */
  invoiceID: idString,
  /** Its number; "0" while it is not confirmed, or when it has a `customNumber`. */
  invoiceNo: text,
  /** Its number of free form. */
  customNumber: text,
  /** Address of the printed document. */
  invoiceLink: text,
  /** Address of the printed receipt. */
  receiptLink: text,
  /** Net total. */
  net: decimal,
  /** Tax. */
  vat: decimal,
  /** Added so that the total can be paid in coins. */
  rounding: decimal,
  /** What is to be paid. */
  total: decimal,
  /** Its rows, in their order. */
  rows: z.array(savedRow()),
}));
