import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { oneOf, text } from '../../wire/text.ts';
import { timeOfDay } from '../../wire/time-of-day.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { temporaryUUIDInput } from '../temporary-uuid-input.ts';
import { purchaseDocumentRepeat } from './purchase-document-repeat.ts';
import { purchaseDocumentTypes } from './purchase-document-types.ts';
import { purchaseDocuments } from './purchase-documents.ts';
import { purchaseRowInputs } from './purchase-row-inputs.ts';
import { savedPurchaseDocument } from './saved-purchase-document.ts';

/**
 * Makes a purchase document with its rows, or edits the one of `id`: an order, invoice, receipt, waybill or return. It is
 * confirmed unless `confirmInvoice` is 0: then its goods come into stock, or leave it with a return, and neither location
 * nor rows can change any more (1017): updatePurchaseDocumentRows changes prices. An order stays open to edits. What it
 * still waits for follows the documents that are based on it.
 * @remarks Destructive unless confirmInvoice is 0: a confirmed document has moved stock or money and is locked. Ask first.
 */
export const savePurchaseDocument = defineCall({
  name: 'savePurchaseDocument',
  docs: 'https://learn-api.erply.com/requests/savepurchasedocument',
  effect: 'write',
  table: purchaseDocuments,
  right: 'save',
  session: 'required',
  repeat: purchaseDocumentRepeat,
  destructive: { unless: 'confirmInvoice' },
  idInput: 'id',
  input: () => ({
    /** The document to edit; a new one is made when left out. */
    id: integer.optional(),
    /**
     * What it is; PRCINVOICE when left out. PRCWAYBILL and PRCINVOICEONLY need the setting `use_purchase_waybills` (1016
     * without). Fixed once it is confirmed (1017).
     */
    type: oneOf(purchaseDocumentTypes).optional(),
    /** The location that the goods come to; the one with the lowest ID when left out. Fixed once they are there. */
    warehouseID: integer.optional(),
    /** Three letters; the account has to have the currency (1011). A new document needs it. */
    currencyCode: text.optional(),
    /** Of that currency to the account's; the rate of the account when left out. */
    currencyRate: decimal.optional(),
    /** The number that the supplier gave it; getPurchaseDocuments calls it `number`. A new document needs it. */
    no: text.optional(),
    /** Day of the document; today when left out. */
    date: isoDate.optional(),
    /** Time of the document, hh:mm:ss; now when left out. */
    time: timeOfDay.optional(),
    /** 0 for a draft, which moves nothing; 1 when left out, of an edit too. */
    confirmInvoice: flag.optional(),
    /** The supplier. A new document needs it. */
    supplierID: integer.optional(),
    /** The supplier's address that it is for. */
    addressID: integer.optional(),
    /** A contact person of the supplier. */
    contactID: integer.optional(),
    /** The employee who makes it; the user's when left out. */
    employeeID: integer.optional(),
    /** State that the shop gives it. */
    stateID: integer.optional(),
    /** The address that the goods come to. Shown nowhere. */
    deliveryAddressID: integer.optional(),
    /** The project that it is part of. */
    projectID: integer.optional(),
    /** Why the goods go back; only of a PRCRETURN (1210). Shown nowhere. */
    reasonID: integer.optional(),
    /** Days until it has to be paid. */
    paymentDays: integer.optional(),
    /** 1 when it is paid. */
    paid: flag.optional(),
    /** Kind of the transaction, for statistics; accounts in the EU only (1159). */
    transactionTypeID: integer.optional(),
    /** Kind of the transport, for statistics; accounts in the EU only (1159). */
    transportTypeID: integer.optional(),
    /** Terms of delivery, for statistics; accounts in the EU only (1159). */
    deliveryTermsID: integer.optional(),
    /** The place that those terms name. */
    deliveryTermsLocation: text.optional(),
    /** 1 for a purchase between three companies of the EU. */
    triangularTransaction: flag.optional(),
    /** Reference number for the payment. */
    referenceNumber: text.optional(),
    /** Written freely. */
    notes: text.optional(),
    /** The documents that it is based on: the orders that an invoice fulfils. */
    baseDocumentIDs: idList.optional(),
    /** When the goods are sent. */
    shipDate: isoDate.optional(),
    /** Added to the total; 0 when left out. */
    rounding: decimal.optional(),
    /** Net total as the books have it; the net total in the account's currency when left out (inferred). */
    netTotalForAccounting: decimal.optional(),
    /** Total as the books have it; the total in the account's currency when left out (inferred). */
    totalForAccounting: decimal.optional(),
    /** JSON with an object for each application. Only newer pages list it, and no answer shows it. */
    jdoc: text.optional(),
    ...temporaryUUIDInput(),
    ...purchaseRowInputs(),
    ...attributeInputs(),
  }),
  createNeeds: [['currencyCode'], ['no'], ['supplierID']],
  result: { one: savedPurchaseDocument },
  example: {
    supplierID: 1,
    no: 'S-2041',
    currencyCode: 'EUR',
    rows: [{ productID: 1, amount: 12, price: 4.5 }],
  },
  errors: [1010, 1011, 1013, 1014, 1016, 1017, 1061, 1062, 1064, 1159, 1204, 1205, 1206, 1210, 1217],
  unserved: { errors: [1204, 1205] },
  loggable: [
    'id',
    'type',
    'warehouseID',
    'currencyCode',
    'currencyRate',
    'date',
    'time',
    'confirmInvoice',
    'supplierID',
    'employeeID',
    'stateID',
    'projectID',
    'reasonID',
    'paymentDays',
    'paid',
    'transactionTypeID',
    'transportTypeID',
    'deliveryTermsID',
    'triangularTransaction',
    'baseDocumentIDs',
    'shipDate',
  ],
  evidence:
    'Documented; the answer from a typed SDK. That rows of a confirmed document are fixed whole is inferred from updatePurchaseDocumentRows. Requests of one document are answered one after another, so 1204 and 1205 come by a fault rule only.',
});
