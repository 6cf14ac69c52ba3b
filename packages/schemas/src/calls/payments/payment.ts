import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { filledDecimalString } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, integerString, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

/** Money that came in or went out, for a sales document or as a deposit. */
export const payment = defineRecord(() => ({
  /** ID of the payment. */
  paymentID: id,
  /** The sales document that it pays; 0 for a deposit. */
  documentID: integer,
  /** Who pays. */
  customerID: integer,
  /** Its type, by getPaymentTypes. */
  typeID: integerString,
  /** Code of that type: CASH, TRANSFER, CARD, CREDIT, GIFTCARD, CHECK, TIP or one of the shop's own. */
  type: text,
  /** Day of the payment. */
  date: isoDate,
  /** Time of the payment, hh:mm:ss; newer pages have it. */
  time: text,
  /** How much; negative for money that goes back. */
  sum: filledDecimalString,
  /** The currency of the sum. */
  currencyCode: text,
  /** Of that currency to the account's. */
  currencyRate: filledDecimalString,
  /** What the customer gave in cash. */
  cashPaid: filledDecimalString,
  /** What the customer got back. */
  cashChange: filledDecimalString,
  /** A text of the user's. */
  info: text,
  /** Who the card belongs to. */
  cardHolder: text,
  /** The digits of the card number that may be kept. */
  cardNumber: text,
  /** Brand of the card. */
  cardType: text,
  /** What the bank has answered. */
  authorizationCode: text,
  /** Reference number of the payment. */
  referenceNumber: text,
  /** 1 when it was paid before the goods were delivered. */
  isPrepayment: flag,
  /** The transaction of a bank statement. */
  bankTransactionID: integer,
  /** Account that the money went to. */
  bankAccount: text,
  /** The bank's number of the transaction. */
  bankDocumentNumber: text,
  /** Day of the transaction. */
  bankDate: isoDate,
  /** Account that the money came from. */
  bankPayerAccount: text,
  /** Who sent the money. */
  bankPayerName: text,
  /** Code of who sent the money. */
  bankPayerCode: text,
  /** Sum of the transaction. */
  bankSum: filledDecimalString,
  /** Reference number of the transaction. */
  bankReferenceNumber: text,
  /** What the sender wrote. */
  bankDescription: text,
  /** Currency of the transaction. */
  bankCurrency: text,
  /** The bank's archival number. */
  archivalNumber: text,
  /** 1 when the sum became credit of the customer. */
  storeCredit: flag,
  /** Who the card was charged by; only with a module for such payments. */
  paymentServiceProvider: text.optional(),
  /** Application of the card; only with a module for such payments. */
  aid: text.optional(),
  /** Name of that application; only with a module for such payments. */
  applicationLabel: text.optional(),
  /** What the receipt says about the PIN; only with a module for such payments. */
  pinStatement: text.optional(),
  /** Kind of cryptogram; only with a module for such payments. */
  cryptogramType: text.optional(),
  /** Cryptogram of the transaction; only with a module for such payments. */
  cryptogram: text.optional(),
  /** When the card expires; only with a module for such payments. */
  expirationDate: text.optional(),
  /** How the card was read; only with a module for such payments. */
  entryMethod: text.optional(),
  /** What the transaction was; only with a module for such payments. */
  transactionType: text.optional(),
  /** Its number; only with a module for such payments. */
  transactionNumber: text.optional(),
  /** Its ID; only with a module for such payments. */
  transactionId: text.optional(),
  /** Its ID at Klarna; only with a module for such payments. */
  klarnaPaymentID: text.optional(),
  /** What is left of the certificate; only with a module for such payments. */
  certificateBalance: text.optional(),
  /** What the provider answered; only with a module for such payments. */
  statusCode: text.optional(),
  /** The same as a text; only with a module for such payments. */
  statusMessage: text.optional(),
  /** When the transaction was; only with the module for that. */
  transactionTime: unixSeconds.optional(),
  /** The tax rate that a gift card was sold with; 0 unless the type is GIFTCARD. */
  giftCardVatRateID: integer,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
}));
