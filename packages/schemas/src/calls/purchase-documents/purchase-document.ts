import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';
import { taxTotal } from '../sales-documents/tax-total.ts';
import { purchaseDocumentReference } from './purchase-document-reference.ts';
import { purchaseDocumentTypes, purchaseStatuses } from './purchase-document-types.ts';
import { purchaseRow } from './purchase-row.ts';

/** An order to a supplier, an invoice or waybill of one, or a return. */
export const purchaseDocument = defineRecord(() => ({
  /** ID of the document. */
  id,
  /** What it is. */
  type: word(purchaseDocumentTypes),
  /** How far it is. */
  status: word(purchaseStatuses),
  /** The currency of all its prices and totals. */
  currencyCode: text,
  /** Of that currency to the account's. */
  currencyRate: decimal,
  /** The location that the goods come to. */
  warehouseID: integer,
  /** Name of that location. */
  warehouseName: text,
  /** The number that the supplier gave it; a save calls it `no`. */
  number: text,
  /** The number that the account gave it; with a lower-case n. */
  regnumber: text,
  /** Day of the document. */
  date: isoDate,
  /** Day on which stock moved; only of a confirmed document. */
  inventoryTransactionDate: isoDate.optional(),
  /** Time of the document, hh:mm:ss. */
  time: text,
  /** The supplier. */
  supplierID: integer,
  /** Name of the supplier. */
  supplierName: text,
  /** Group of the supplier. */
  supplierGroupID: integer,
  /** The supplier's address that it is for. */
  addressID: integer,
  /** That address as one line. */
  address: text,
  /** A contact person of the supplier. */
  contactID: integer,
  /** Name of that person. */
  contactName: text,
  /** The employee who made it. */
  employeeID: integer,
  /** Name of that employee. */
  employeeName: text,
  /** A second supplier. */
  supplierID2: integer,
  /** Name of that supplier. */
  supplierName2: text,
  /** State that the shop gave it. */
  stateID: integer,
  /** Days until it has to be paid. */
  paymentDays: integer,
  /** 1 when it is paid. */
  paid: integer,
  /** Kind of the transaction, for statistics of the EU. */
  transactionTypeID: integer,
  /** Kind of the transport, for statistics of the EU. */
  transportTypeID: integer,
  /** Terms of delivery, for statistics of the EU. */
  deliveryTermsID: integer,
  /** The place that those terms name. */
  deliveryTermsLocation: text,
  /** 1 for a purchase between three companies of the EU. */
  triangularTransaction: flag,
  /** The project that it is part of. */
  projectID: integer,
  /** 1 when it has moved stock; a number here, unlike in sales. */
  confirmed: flag,
  /** Reference number for the payment. */
  referenceNumber: text,
  /** Written freely. */
  notes: text,
  /** Added to the total. */
  rounding: decimal,
  /** Total without tax. */
  netTotal: decimal,
  /** Tax. */
  vatTotal: decimal,
  /** What is to be paid. */
  total: decimal,
  /** Net totals by tax rate. */
  netTotalsByTaxRate: z.array(taxTotal()),
  /** Taxes by tax rate. */
  vatTotalsByTaxRate: z.array(taxTotal()),
  /** Link to the printed document, for 24 hours. */
  invoiceLink: text,
  /** When the goods are sent. */
  shipDate: isoDate,
  /** What its goods cost with freight and the like; only with `getCost`. */
  cost: decimal.optional(),
  /** Net total as the books have it. */
  netTotalForAccounting: decimal,
  /** Total as the books have it. */
  totalForAccounting: decimal,
  /** Documents that are based on it. */
  baseToDocuments: z.array(purchaseDocumentReference()),
  /** Documents that it is based on. */
  baseDocuments: z.array(purchaseDocumentReference()),
  /** When it was made; newer pages have it. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Only of one document, of a single match, or with `getRowsForAllInvoices`. */
  rows: z.array(purchaseRow()).optional(),
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
}));
