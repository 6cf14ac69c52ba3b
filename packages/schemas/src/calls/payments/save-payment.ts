import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { timeOfDay } from '../../wire/time-of-day.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { savedRecord } from '../saved-record.ts';
import { temporaryUUIDInput } from '../temporary-uuid-input.ts';
import { integrationFields } from './integration-fields.ts';
import { integrationInputs } from './integration-inputs.ts';
import { paymentRepeat } from './payment-repeat.ts';
import { payments } from './payments.ts';

const integration = { module: 'paymentIntegrations', code: 1006 } as const;

/**
 * Makes a payment of a sales document, or a deposit where no document is named, or edits the one of `paymentID`. What
 * is paid of the document follows, and so does the balance of the customer. One that is the same as a stored one is
 * not made again: the answer is the ID of that.
 */
export const savePayment = defineCall({
  name: 'savePayment',
  docs: 'https://learn-api.erply.com/requests/savepayment',
  effect: 'write',
  table: payments,
  right: 'save',
  session: 'required',
  repeat: paymentRepeat,
  input: () => ({
    /** The payment to edit; a new one is made when left out. */
    paymentID: integer.optional(),
    /** Who pays; that of the document when left out. A new payment needs it or `documentID`. */
    customerID: integer.optional(),
    /** The sales document that it pays; CURRENT_INVOICE_ID in a bulk request. A deposit has none. */
    documentID: integer.optional(),
    /** Its type: a code of getPaymentTypes (1016 for another, inferred); TRANSFER when left out. */
    type: text.optional(),
    /** The same by its ID. Both together have to be of one type (1016, inferred). */
    typeID: integer.optional(),
    /** Day of the payment; today when left out. */
    date: isoDate.optional(),
    /** Time of the payment; only newer pages list it. Now when left out (inferred). */
    time: timeOfDay.optional(),
    /** How much, rounded to cents (inferred); 0 when left out. Negative for money that goes back. */
    sum: decimal.optional(),
    /** What the customer gave in cash. */
    cashPaid: decimal.optional(),
    /** What the customer got back. */
    cashChange: decimal.optional(),
    /** The currency; the account's for one that is not known. That of the document when left out (inferred). */
    currencyCode: text.optional(),
    /** A text of the user's. */
    info: text.optional(),
    /** Who the card belongs to. */
    cardHolder: text.optional(),
    /** The digits of the card number that may be kept. */
    cardNumber: text.optional(),
    /** Brand of the card. */
    cardType: text.optional(),
    /** Signature of the customer; no call shows it, and the fake does not keep it. */
    signature: text.optional(),
    /** What the signature is encrypted with; likewise. */
    signatureIV: text.optional(),
    /** 1 makes it credit of the customer. Which open invoices Erply matches it with is not known: the fake matches none. */
    addedToStoreCredit: flag.optional(),
    /** Who charged the card: pax, merchant_warehouse, tyro, klarna or givex (1150). */
    paymentServiceProvider: text.optional(),
    ...integrationInputs(),
    /** When the transaction was; an account has this with a module. */
    transactionTime: unixSeconds.optional(),
    /** 1 when it is paid before the goods are delivered. */
    isPrepayment: flag.optional(),
    /** The tax rate that a gift card was sold with; only with the type GIFTCARD (1160). */
    giftCardVatRateID: integer.optional(),
    /** When it was made; now when left out. */
    added: unixSeconds.optional(),
    /** Account that the money went to. */
    bankAccount: text.optional(),
    /** The bank's number of the transaction. */
    bankDocumentNumber: text.optional(),
    /** Day of the transaction. */
    bankDate: isoDate.optional(),
    /** Account that the money came from. */
    bankPayerAccount: text.optional(),
    /** Who sent the money. */
    bankPayerName: text.optional(),
    /** Code of who sent the money. */
    bankPayerCode: text.optional(),
    /** Sum of the transaction. */
    bankSum: decimal.optional(),
    /** Reference number of the transaction. */
    bankReferenceNumber: text.optional(),
    /** What the sender wrote. */
    bankDescription: text.optional(),
    /** Currency of the transaction. */
    bankCurrency: text.optional(),
    /** The bank's archival number. */
    archivalNumber: text.optional(),
    ...temporaryUUIDInput(),
    ...attributeInputs(),
  }),
  createNeeds: [['customerID', 'documentID']],
  saveRules: [{ kind: 'needsOne', inputs: integrationFields, needs: ['paymentServiceProvider'], code: 1150 }],
  moduleInputs: {
    aid: integration,
    applicationLabel: integration,
    pinStatement: integration,
    cryptogramType: integration,
    cryptogram: integration,
    expirationDate: integration,
    entryMethod: integration,
    transactionType: integration,
    transactionNumber: integration,
    transactionId: integration,
    klarnaPaymentID: integration,
    certificateBalance: integration,
    statusCode: integration,
    statusMessage: integration,
    transactionTime: { module: 'paymentTransactionTime', code: 1028 },
  },
  result: { one: savedRecord('paymentID') },
  example: { customerID: 1003, type: 'CASH', sum: 25 },
  errors: [1006, 1010, 1011, 1014, 1016, 1028, 1061, 1062, 1150, 1157, 1158, 1160, 1206],
  loggable: [
    'paymentID',
    'documentID',
    'type',
    'typeID',
    'date',
    'time',
    'sum',
    'cashPaid',
    'cashChange',
    'currencyCode',
    'addedToStoreCredit',
    'paymentServiceProvider',
    'transactionTime',
    'isPrepayment',
    'giftCardVatRateID',
    'added',
    'bankDate',
    'bankSum',
    'bankCurrency',
    'temporaryUUID',
  ],
  secret: ['cardNumber', 'signature', 'signatureIV', 'pinStatement', 'cryptogram'],
  evidence:
    'Documented, wire types from a typed SDK. What counts as the same payment is inferred: document or customer, type, sum, currency, and a day and a time that were sent.',
});
