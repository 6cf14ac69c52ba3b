import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';
import { inventoryRow } from '../stock/inventory-row.ts';
import { transferStatuses } from './transfer-statuses.ts';
import { transferTypes } from './transfer-types.ts';

/** A document that moves goods from one location to another, or an order for that. */
export const inventoryTransfer = defineRecord(() => ({
  /** ID of the transfer. */
  inventoryTransferID: id,
  /** The number that people know it by. */
  inventoryTransferNo: integer,
  /** The employee who made it. */
  creatorID: integer,
  /** The location that the goods leave. */
  warehouseFromID: integer,
  /** The location that they come to. */
  warehouseToID: integer,
  /** The address that they are brought to. */
  deliveryAddressID: integer,
  /** The account's currency unless another was saved. */
  currencyCode: text,
  /** Of that currency to the account's. */
  currencyRate: decimal,
  /** An order moves nothing. */
  type: word(transferTypes),
  /** The order that this transfer fulfils. */
  inventoryTransferOrderID: integer,
  /** The transfer that fulfils this order. */
  followupInventoryTransferID: integer,
  /** Day of the document. */
  date: isoDate,
  /** Day on which the goods should leave; orders only. */
  shippingDate: isoDate,
  /** Day on which they left; orders only. */
  shippingDateActual: isoDate,
  /** Day on which stock moved; unset until it is confirmed, and for orders. */
  inventoryTransactionDate: isoDate,
  /** What has become of an order. */
  status: word(transferStatuses),
  /** A text of the user's. */
  notes: text,
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
