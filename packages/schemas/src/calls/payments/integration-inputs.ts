import { text } from '../../wire/text.ts';

/** What a provider of card payments says about one; an account has these with a module. */
export const integrationInputs = () => ({
  /** Application of the card. */
  aid: text.optional(),
  /** Name of that application. */
  applicationLabel: text.optional(),
  /** What the receipt says about the PIN. */
  pinStatement: text.optional(),
  /** Kind of cryptogram. */
  cryptogramType: text.optional(),
  /** Cryptogram of the transaction. */
  cryptogram: text.optional(),
  /** When the card expires. */
  expirationDate: text.optional(),
  /** How the card was read. */
  entryMethod: text.optional(),
  /** What the transaction was. */
  transactionType: text.optional(),
  /** Its number. */
  transactionNumber: text.optional(),
  /** Its ID. */
  transactionId: text.optional(),
  /** Its ID at Klarna. */
  klarnaPaymentID: text.optional(),
  /** What is left of the certificate. */
  certificateBalance: text.optional(),
  /** What the provider answered. */
  statusCode: text.optional(),
  /** The same as a text. */
  statusMessage: text.optional(),
});
