import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal, filledDecimalString } from '../../wire/decimal.ts';
import { flag, flagString } from '../../wire/flag.ts';
import { id, integer, integerString, unixSeconds } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';
import { longAttribute } from '../long-attribute.ts';
import { documentReference } from './document-reference.ts';
import { returnedPayment } from './returned-payment.ts';
import { euInvoiceTypes, invoiceStates, salesDocumentTypes } from './sales-document-types.ts';
import { salesRow } from './sales-row.ts';
import { taxTotal } from './tax-total.ts';

/** An invoice, receipt, order, quote, waybill or credit note. */
export const salesDocument = defineRecord(() => ({
  /** ID of the document. */
  id,
  /** What it is. */
  type: word(salesDocumentTypes),
  /** EU or NOTEU; of an EXPORTINVOICE only. */
  exportInvoiceType: text.optional(),
  /** The currency of all its prices and totals. */
  currencyCode: text,
  /** Of that currency to the account's. */
  currencyRate: filledDecimalString,
  /** The location that sells, and that the goods leave. */
  warehouseID: integer,
  /** Name of that location. */
  warehouseName: text,
  /** The register that it was made at; 0 for one of the back office. */
  pointOfSaleID: integer,
  /** Name of that register. */
  pointOfSaleName: text,
  /** The price list that was chosen for it. */
  pricelistID: integerString,
  /** Its number; "0" while it is not confirmed. */
  number: text,
  /** Day of the document. */
  date: isoDate,
  /** Day on which it was confirmed, and stock moved; unset before that. */
  inventoryTransactionDate: isoDate,
  /** Time of the document, hh:mm:ss. */
  time: text,
  /** The customer: recipient or payer, as `invoice_client_is_payer` says. */
  clientID: integer,
  /** Name of the customer. */
  clientName: text,
  /** E-mail address of the customer. */
  clientEmail: text,
  /** Card number of the customer. */
  clientCardNumber: text,
  /** The address of the customer that it is for. */
  addressID: integer,
  /** That address as one line. */
  address: text,
  /** Number of the customer's factoring contract. */
  clientFactoringContractNumber: text,
  /** 1 when the customer pays to a factoring company. */
  clientPaysViaFactoring: flag,
  /** Who pays; only in accounts whose `clientID` is the recipient. */
  payerID: integer.optional(),
  /** The address of the payer; with `payerID`. */
  payerAddressID: integer.optional(),
  /** Name of the payer; with `payerID`. */
  payerName: text.optional(),
  /** That address as one line; with `payerID`. */
  payerAddress: text.optional(),
  /** Number of the payer's factoring contract; with `payerID`. */
  payerFactoringContractNumber: text.optional(),
  /** 1 when the payer pays to a factoring company; with `payerID`. */
  payerPaysViaFactoring: integer.optional(),
  /** Who gets the goods; only in accounts whose `clientID` is the payer. */
  shipToID: integer.optional(),
  /** A contact person there; with `shipToID`. */
  shipToContactID: integer.optional(),
  /** The address that the goods go to; with `shipToID`. */
  shipToAddressID: integerString.optional(),
  /** Name of who gets the goods; with `shipToID`. */
  shipToName: text.optional(),
  /** That address as one line; with `shipToID`. */
  shipToAddress: text.optional(),
  /** Name of that contact person; with `shipToID`. */
  shipToContactName: text.optional(),
  /** The recipient; only with `getCustomerInformation`. */
  customerID: integer.optional(),
  /** A contact person of the customer. */
  contactID: integer,
  /** Name of that person. */
  contactName: text,
  /** The employee who made it. */
  employeeID: integer,
  /** Name of that employee. */
  employeeName: text,
  /** The project that it is part of. */
  projectID: integer,
  /** How far it is. */
  invoiceState: word(invoiceStates),
  /** How it is expected to be paid; makes no payment. */
  paymentType: text,
  /** ID of that way, by getInvoicePaymentTypes. */
  paymentTypeID: integer,
  /** Days until it has to be paid. */
  paymentDays: integerString,
  /** PAID or UNPAID, by the payments that there are. */
  paymentStatus: text,
  /** Documents that it is based on. */
  baseDocuments: z.array(documentReference()),
  /** Documents that are based on it. */
  followUpDocuments: z.array(documentReference()),
  /** 1 when a credit invoice has taken something of it back. */
  previousReturnsExist: flag,
  /** 1 when discounts are printed. */
  printDiscounts: flag,
  /** 1 when it has moved stock and has a number; in quotes here, unlike in purchases. */
  confirmed: flagString,
  /** Version of the algorithm that its totals follow; newer pages have it. */
  algorithmVersion: integer,
  /** Version that the totals were computed by; newer pages have it. */
  algorithmVersionCalculated: integer,
  /** Printed for the customer. */
  notes: text,
  /** For the shop alone. */
  internalNotes: text,
  /** Total without tax. */
  netTotal: decimal,
  /** Tax. */
  vatTotal: decimal,
  /** Added to the total so that it can be paid in coins. */
  rounding: decimal,
  /** What is to be paid. */
  total: decimal,
  /** Net totals by tax rate. */
  netTotalsByTaxRate: z.array(taxTotal()),
  /** Taxes by tax rate. */
  vatTotalsByTaxRate: z.array(taxTotal()),
  /** What was paid; in quotes, while the totals are numbers. */
  paid: filledDecimalString,
  /** Net total that another system has computed. */
  externalNetTotal: decimal,
  /** Tax that another system has computed. */
  externalVatTotal: decimal,
  /** Rounding that another system has computed. */
  externalRounding: decimal,
  /** Total that another system has computed. */
  externalTotal: decimal,
  /** Number of the certificate that frees the customer from tax. */
  taxExemptCertificateNumber: text,
  /** Employees who share the commission. */
  otherCommissionReceivers: text,
  /** The employee who packs the goods. */
  packerID: integer,
  /** Reference number for the payment. */
  referenceNumber: text,
  /** A reference number of the user's. */
  customReferenceNumber: text,
  /** A number of the user's, which may be any text. */
  customNumber: text,
  /** Numbers that web shops have for it; newer pages have it. */
  webShopOrderNumbers: text,
  /** Number by which the parcel is followed; newer pages have it. */
  trackingNumber: text,
  /** How far the delivery is; newer pages have it. */
  fulfillmentStatus: text,
  /** What its goods cost; only with `getCOGS`. */
  cost: decimal.optional(),
  /** 1 when its goods are to be reserved. */
  reserveGoods: flag,
  /** Last day of the reservation; unset for one without an end. */
  reserveGoodsUntilDate: isoDate,
  /** When the goods should be there. */
  deliveryDate: isoDate,
  /** When the goods leave. */
  shippingDate: isoDate,
  /** How the goods are delivered. */
  deliveryTypeID: integer,
  /** Name of that way. */
  deliveryTypeName: text,
  /** What the goods are packed in. */
  packingUnitsDescription: text,
  /** Penalty for late payment, as a text. */
  penalty: text,
  /** 1 for a sale between three companies of the EU. */
  triangularTransaction: flagString,
  /** 1 when all that it needs has been ordered. */
  purchaseOrderDone: flagString,
  /** 1 when an invoice follows the order. */
  orderInvoiced: integer,
  /** Kind of the transaction, for statistics of the EU. */
  transactionTypeID: integer,
  /** Name of that kind. */
  transactionTypeName: text,
  /** Kind of the transport, for statistics of the EU. */
  transportTypeID: integer,
  /** Name of that kind. */
  transportTypeName: text,
  /** Terms of delivery. */
  deliveryTerms: text,
  /** The place that those terms name. */
  deliveryTermsLocation: text,
  /** Where the customer is, as far as taxes are concerned. */
  euInvoiceType: word(euInvoiceTypes),
  /** 1 when nothing is sent before all is there. */
  deliveryOnlyWhenAllItemsInStock: flag,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Who edited it last. */
  lastModifierUsername: text,
  /** When it was made; only with `getAddedTimestamp`. */
  added: unixSeconds.optional(),
  /** Link to the printed document, for 24 hours. */
  invoiceLink: text,
  /** Link to the printed receipt, for 24 hours. */
  receiptLink: text,
  /** Money that went back for it; only with `getReturnedPayments`. */
  returnedPayments: z.array(returnedPayment()).optional(),
  /** What of it became credit of the customer. */
  amountAddedToStoreCredit: decimal,
  /** What of it was paid with such credit. */
  amountPaidWithStoreCredit: decimal,
  /** The appliance that is repaired; repair module only. */
  applianceID: integer.optional(),
  /** What the shop knows the appliance by; repair module only. */
  applianceReference: text.optional(),
  /** The job that it bills; repair module only. */
  assignmentID: integer.optional(),
  /** Mileage of the vehicle; repair module only. */
  vehicleMileage: integer.optional(),
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
  /** Absent when there are none. */
  longAttributes: z.array(longAttribute()).optional(),
  /** Only of one document, of a single match, or with `getRowsForAllInvoices`. */
  rows: z.array(salesRow()).optional(),
}));
