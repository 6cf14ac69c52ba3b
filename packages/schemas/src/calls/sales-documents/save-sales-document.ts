import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { oneOf, shortText, text } from '../../wire/text.ts';
import { timeOfDay } from '../../wire/time-of-day.ts';
import { attributeInputs, longAttributeInputs } from '../attribute-inputs.ts';
import { temporaryUUIDInput } from '../temporary-uuid-input.ts';
import { salesDocumentRepeat } from './sales-document-repeat.ts';
import { euInvoiceTypes, invoiceStates, salesDocumentTypes } from './sales-document-types.ts';
import { salesDocuments } from './sales-documents.ts';
import { salesRowInputs } from './sales-row-inputs.ts';
import { savedSalesDocument } from './saved-sales-document.ts';

/**
 * Makes a sales document with its rows, or edits the one of `id`: a receipt, invoice, order, quote, waybill or credit
 * invoice. It is confirmed unless `confirmInvoice` is 0: then its goods leave stock, or are reserved, and of
 * those that move stock neither location nor products nor amounts can change any more.
 * @remarks Destructive unless confirmInvoice is 0: a confirmed document has moved stock or money and is locked. Ask first.
 */
export const saveSalesDocument = defineCall({
  name: 'saveSalesDocument',
  docs: 'https://learn-api.erply.com/requests/savesalesdocument',
  effect: 'write',
  table: salesDocuments,
  right: 'save',
  session: 'required',
  repeat: salesDocumentRepeat,
  destructive: { unless: 'confirmInvoice' },
  idInput: 'id',
  input: () => ({
    /** The document to edit; a new one is made when left out. */
    id: integer.optional(),
    /** What it is; INVWAYBILL when left out. Fixed once it is confirmed (1121). */
    type: oneOf(salesDocumentTypes).optional(),
    /** Three letters. An unknown currency silently becomes the account's. */
    currencyCode: text.optional(),
    /** Of that currency to the account's; the rate of the account when left out. */
    currencyRate: decimal.optional(),
    /** The location that the goods leave; the one with the lowest ID when left out. Fixed once they have left (1017). */
    warehouseID: integer.optional(),
    /** The register that it was made at. */
    pointOfSaleID: integer.optional(),
    /** Day of the document; today when left out. */
    date: isoDate.optional(),
    /** Time of the document, hh:mm:ss; now when left out. */
    time: timeOfDay.optional(),
    /** The customer; the default one of the register or account when left out. */
    customerID: integer.optional(),
    /** The address of the customer that it is for. */
    addressID: integer.optional(),
    /** Who pays, where `customerID` is the recipient. */
    payerID: integer.optional(),
    /** The address of the payer. */
    payerAddressID: integer.optional(),
    /** Who gets the goods, where `customerID` is the payer. */
    shipToID: integer.optional(),
    /** The address that the goods go to. */
    shipToAddressID: integer.optional(),
    /** A contact person of the customer. */
    contactID: integer.optional(),
    /** A contact person of who gets the goods. */
    shipToContactID: integer.optional(),
    /** The employee who makes it; the user's when left out. */
    employeeID: integer.optional(),
    /** 0 for a draft, which moves nothing and has no number; 1 when left out, of an edit too. */
    confirmInvoice: flag.optional(),
    /** Its own number, of 8 digits or more. One that is taken is silently replaced, and one it has it keeps. */
    invoiceNo: integer.optional(),
    /** A number of free form; the document has no other then. Nobody looks whether it is taken. */
    customNumber: text.optional(),
    /** A reference number of 25 characters at most (1014). */
    customReferenceNumber: shortText(25).optional(),
    /** 1 takes `invoiceNo` although another document has it. */
    allowDuplicateNumbers: flag.optional(),
    ...temporaryUUIDInput(),
    /** Numbers that web shops have for it; only newer pages list it. */
    webShopOrderNumbers: text.optional(),
    /** Number by which the parcel is followed; only newer pages list it. */
    trackingNumber: text.optional(),
    /** How far the delivery is; only newer pages list it. */
    fulfillmentStatus: text.optional(),
    /** Printed for the customer. */
    notes: text.optional(),
    /** For the shop alone. */
    internalNotes: text.optional(),
    /** The project that it is part of. */
    projectID: integer.optional(),
    /** How far it is. A draft begins as PENDING, a confirmed document as READY. */
    invoiceState: oneOf(invoiceStates).optional(),
    /** How it is expected to be paid; makes no payment. */
    paymentType: text.optional(),
    /** ID of that way, by getInvoicePaymentTypes; `paymentType` follows from it where it is left out (inferred). */
    paymentTypeID: integer.optional(),
    /** Days until it has to be paid; 14 when left out. */
    paymentDays: integer.optional(),
    /** 1 leaves the days out of the printed document; shown nowhere else. */
    hidePaymentDays: flag.optional(),
    /** 0 leaves discounts out of the printed document; 1 when left out. */
    printDiscounts: flag.optional(),
    /** Penalty for late payment, as a text. */
    penalty: text.optional(),
    /** 1 reserves the goods of an ORDER, PREPAYMENT or OFFER. */
    reserveGoods: flag.optional(),
    /** Last day of the reservation; it has no end when left out. */
    reserveGoodsUntilDate: isoDate.optional(),
    /** 1 marks it as one to be sent by e-mail; nothing is sent, and it is shown nowhere. */
    sendByEmail: flag.optional(),
    /** The price list that was chosen for it. */
    pricelistID: integer.optional(),
    /** PAID makes a payment of what is due, dated today; UNPAID changes nothing. */
    paymentStatus: oneOf(['PAID', 'UNPAID']).optional(),
    /** What that payment says of itself, 255 characters at most. */
    paymentInfo: shortText(255).optional(),
    /** 1 for a credit invoice of a receipt, whose total is made of prices with tax. */
    isCashInvoice: flag.optional(),
    /** The document that a credit invoice takes back. */
    creditToDocumentID: integer.optional(),
    /** VOID or RETURN; RETURN when left out. Shown nowhere. */
    creditInvoiceType: oneOf(['VOID', 'RETURN']).optional(),
    /** What of it was paid with store credit. */
    amountPaidWithStoreCredit: decimal.optional(),
    /** Number of the certificate that frees the customer from tax. */
    taxExemptCertificateNumber: text.optional(),
    /** Employees who share the commission. */
    otherCommissionReceivers: text.optional(),
    /** When the goods should be there. */
    deliveryDate: isoDate.optional(),
    /** When the goods leave. */
    shippingDate: isoDate.optional(),
    /** The document that it is based on: an order, quote, prepayment or waybill. */
    baseDocumentID: integer.optional(),
    /** Several of them, of one type and one customer (1073). */
    baseDocumentIDs: idList.optional(),
    /** EU or NOTEU, of an EXPORTINVOICE; deprecated. */
    exportInvoiceType: text.optional(),
    /** How the goods are delivered. */
    deliveryTypeID: integer.optional(),
    /** 1 sends nothing before all is there. */
    deliveryOnlyWhenAllItemsInStock: flag.optional(),
    /** What the goods are packed in. */
    packingUnitsDescription: text.optional(),
    /** Where the customer is, as far as taxes are concerned; DOMESTIC when left out. */
    euInvoiceType: oneOf(euInvoiceTypes).optional(),
    /** The employee who packs the goods. */
    packerID: integer.optional(),
    /** Kind of the transaction, for statistics; accounts in the EU only (1159). */
    transactionTypeID: integer.optional(),
    /** Kind of the transport, for statistics; accounts in the EU only (1159). */
    transportTypeID: integer.optional(),
    /** Terms of delivery, for statistics; accounts in the EU only (1159). Shown nowhere. */
    deliveryTermsID: integer.optional(),
    /** The place that those terms name. */
    deliveryTermsLocation: text.optional(),
    /** 1 for a sale between three companies of the EU. */
    triangularTransaction: flag.optional(),
    /** 1 when all that it needs has been ordered. */
    purchaseOrderDone: flag.optional(),
    /** 1 gives no reward points for it; only newer pages list it. Shown nowhere. */
    doNotAddRewardPoints: flag.optional(),
    /** The appliance that is repaired; repair module. */
    applianceID: integer.optional(),
    /** The job that it bills; repair module. */
    assignmentID: integer.optional(),
    /** Mileage of the vehicle; repair module. */
    vehicleMileage: integer.optional(),
    /** What the shop knows the appliance by; repair module (inferred). */
    applianceReference: text.optional(),
    /** When it was made; of a new document only. */
    added: unixSeconds.optional(),
    /** Added to the total, instead of what the account's setting makes of it. */
    rounding: decimal.optional(),
    /** Net total that another system has computed; kept, and used for nothing. */
    externalNetTotal: decimal.optional(),
    /** Tax that another system has computed. */
    externalVatTotal: decimal.optional(),
    /** Rounding that another system has computed. */
    externalRounding: decimal.optional(),
    /** Total that another system has computed. */
    externalTotal: decimal.optional(),
    /** Sum that is to be paid in advance; only newer pages list it. Shown nowhere, as what follows. */
    advancePayment: decimal.optional(),
    /** Percentage that is to be paid in advance. */
    advancePaymentPercent: decimal.optional(),
    /** 1 for an invoice that a factor is paid for. */
    isFactoringInvoice: flag.optional(),
    /** 1 leaves prices out of the printed document. */
    hidePrices: flag.optional(),
    /** 1 leaves amounts out of it. */
    hideAmounts: flag.optional(),
    /** 1 leaves the total out of it. */
    hideTotal: flag.optional(),
    /** First day of the period that it bills. */
    periodStartDate: isoDate.optional(),
    /** Last day of that period. */
    periodEndDate: isoDate.optional(),
    /** 1 moves no stock: the goods have left already. Only newer pages list it. */
    doNotCreateInventoryTransaction: flag.optional(),
    ...salesRowInputs(),
    ...attributeInputs(),
    ...longAttributeInputs(),
  }),
  moduleInputs: {
    applianceID: { module: 'repair', code: 1006 },
    assignmentID: { module: 'repair', code: 1006 },
    vehicleMileage: { module: 'repair', code: 1006 },
    applianceReference: { module: 'repair', code: 1006 },
  },
  result: { one: savedSalesDocument },
  example: { type: 'CASHINVOICE', warehouseID: 1, rows: [{ productID: 1, amount: 2 }] },
  errors: [
    ...[1006, 1010, 1011, 1013, 1014, 1016, 1017, 1023, 1061, 1062, 1064, 1071, 1073, 1074],
    ...[1121, 1128, 1159, 1204, 1205, 1206],
  ],
  unserved: { fields: ['invoiceLink', 'receiptLink'], errors: [1204, 1205] },
  loggable: [
    ...([
      'id',
      'type',
      'currencyCode',
      'warehouseID',
      'pointOfSaleID',
      'date',
      'time',
      'customerID',
    ] as const),
    ...([
      'employeeID',
      'confirmInvoice',
      'projectID',
      'invoiceState',
      'paymentTypeID',
      'paymentDays',
    ] as const),
    ...(['reserveGoods', 'reserveGoodsUntilDate', 'pricelistID', 'paymentStatus', 'isCashInvoice'] as const),
    ...(['creditToDocumentID', 'creditInvoiceType', 'baseDocumentID', 'baseDocumentIDs'] as const),
    ...(['deliveryTypeID', 'euInvoiceType', 'doNotCreateInventoryTransaction'] as const),
  ],
  evidence:
    'Documented; the answer as one that was sampled from a server. Inferred: what rows without a price or a tax rate get, which code rows of a confirmed document get, and what un-confirming does.',
});
