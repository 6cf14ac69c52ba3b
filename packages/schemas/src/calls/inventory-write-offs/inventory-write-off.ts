import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';
import { inventoryRow } from '../stock/inventory-row.ts';

/** A document that takes goods out of stock without a sale. */
export const inventoryWriteOff = defineRecord(() => ({
  /** ID of the write-off. */
  inventoryWriteOffID: id,
  /** The number that people know it by. */
  inventoryWriteOffNo: integer,
  /** The employee who made it. */
  creatorID: integer,
  /** The location that the goods leave. */
  warehouseID: integer,
  /** The stocktaking that it comes from. */
  stocktakingID: integer,
  /** The inventory act that it comes from. */
  inventoryID: integer,
  /** Who got the goods. */
  recipientID: integer,
  /** The account's currency unless another was saved. */
  currencyCode: text,
  /** Of that currency to the account's. */
  currencyRate: decimal,
  /** Day of the document. */
  date: isoDate,
  /** Day on which stock moved; unset until it is confirmed. */
  inventoryTransactionDate: isoDate,
  /** A text of the user's. */
  comments: text,
  /** Why the goods are gone. */
  reasonID: integer,
  /** 1 when it has moved stock. */
  confirmed: flag,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** What is moved, and how much. */
  rows: z.array(inventoryRow()),
  /** Only when it has any. */
  attributes: z.array(attribute()).optional(),
}));
