import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimalString, nullableDecimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, integerString, unixSeconds } from '../../wire/integer.ts';
import { nullableText, text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

const quickButton = defineRecord(() => ({
  /** The product; 0 when it is a service. */
  productID: integer,
  /** The service; 0 when it is a product. */
  serviceID: integer,
}));

/** A register. */
export const pointOfSale = defineRecord(() => ({
  /** ID of the register. */
  pointOfSaleID: id,
  /** Only ever seen as `null`. */
  type: nullableText,
  /** What people read. */
  name: text,
  /** The location that it stands in; inside quotes in getWarehouses. */
  warehouseID: integer,
  /** Name of that location. */
  warehouseName: text,
  /** The whole address in one line. */
  address: text,
  /** Telephone. */
  phone: text,
  /** When the shop is open, written freely. */
  storeHours: text,
  /** Degrees. */
  geoLatitude: decimalString,
  /** Degrees. */
  geoLongitude: decimalString,
  /** Who carries out payments by card. */
  paymentServiceProvider: text,
  /** Name of the shop as receipts have it. */
  shopName: text,
  /** Width of a receipt. */
  receiptWidth: decimalString,
  /** The tax rate of what is sold here, which comes before that of a product; 0 for none. */
  vatrateID: integer,
  /** Percent of that rate; `null` without one. */
  vatrate: nullableDecimal,
  /** Sum from which the first other tax rate counts. */
  vatSumRange1: integer,
  /** Sum from which the second other tax rate counts. */
  vatSumRange2: integer,
  /** The first other tax rate. */
  vatrateIDrange1: integer,
  /** The second other tax rate. */
  vatrateIDrange2: integer,
  /** 1 when receipts have the name of who sold. */
  printSalesPersonName: flag,
  /** 1 when store credit can be used. */
  storeCreditEnabled: flag,
  /** The customer of sales without one. */
  defaultCustomerID: integer,
  /** Number of the last receipt: the next one has this plus one. */
  lastInvoiceNo: integerString,
  /** Number of the last coupon: the next one has this plus one in its identifier (inferred). */
  lastCouponNo: integer,
  /** The buttons of its location where that has its own, else those of the account. */
  quickButtons: z.array(quickButton()),
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
}));
