import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

const drawnComponent = defineRecord(() => ({
  /** The row that sold the bundle, from 0. */
  row: integer,
  /** What of it went out. */
  productID: integer,
  /** How many, of all bundles of the row. */
  amount: decimal,
}));

/** What the fake keeps of a sales document that no answer shows. */
export const hiddenSalesFields = defineRecord(() => ({
  /** 1 for a credit invoice of a receipt. */
  isCashInvoice: flag,
  /** 1 when it moves no stock. */
  doNotCreateInventoryTransaction: flag,
  /** What its bundles consisted of when its rows were saved: recipes change. */
  drawnComponents: z.array(drawnComponent()),
  /** What tells it apart from other documents; only where date and time were sent. */
  identity: text,
}));
