import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimal, filledDecimalString } from '../../wire/decimal.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

const savedRow = defineRecord(() => ({
  /** ID of the row, another one after each save of the rows. */
  rowID: integer,
  /** Stays the same when a save leaves the rows and their order alone. */
  stableRowID: integer,
  /** The product. */
  productID: integer,
  /** The service. */
  serviceID: integer,
  /** How many; inside quotes. */
  amount: filledDecimalString,
}));

/** What savePurchaseDocument answers: the document's numbers, totals and rows. */
export const savedPurchaseDocument = defineRecord(() => ({
  /** ID of the document; a number here, inside quotes in saveSalesDocument. */
  invoiceID: id,
  /** The number that the account gave it. */
  invoiceRegNo: text,
  /** The number that the supplier gave it. */
  invoiceNo: text,
  /** Address of the printed document. */
  invoiceLink: text,
  /** Net total. */
  net: decimal,
  /** Tax. */
  vat: decimal,
  /** What is to be paid. */
  total: decimal,
  /** Its rows, in their order; only newer pages list them. */
  rows: z.array(savedRow()),
}));
