import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDateTime } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

/** Cash that was put into a register, or taken out of it. */
export const cashIn = defineRecord(() => ({
  /** ID of the record; those of money in and out are one sequence. */
  transactionID: id,
  /** Below 0 for cash that was taken out (inferred); 0 where the drawer was opened without a sale. */
  sum: decimal,
  /** The currency of the sum. */
  currencyCode: text,
  /** Of that currency to the account's. */
  currencyRate: decimal,
  /** The location of the register. */
  warehouseID: integer,
  /** Name of that location. */
  warehouseName: text,
  /** The register. */
  pointOfSaleID: integer,
  /** Name of the register. */
  pointOfSaleName: text,
  /** Who did it. */
  employeeID: integer,
  /** Name of that employee. */
  employeeName: text,
  /** When, as yyyy-mm-dd hh:mm:ss. */
  dateTime: isoDateTime,
  /** Why; only newer pages list it. */
  reasonID: integer,
  /** Written freely. */
  comment: text,
  /** When it happened. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Only when it has any. */
  attributes: z.array(attribute()).optional(),
}));
