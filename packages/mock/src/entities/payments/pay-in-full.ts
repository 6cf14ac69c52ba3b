import { type CallContext, userOf } from '../../generic/handler.ts';
import { shopTime } from '../account/shop-time.ts';
import { dueOf } from './paid-of.ts';
import { payerOf } from './payer-of.ts';
import { defaultType, typeOfCode } from './payment-type-of.ts';

/**
 * Pays what is due of a sales document, dated today, in the way that the document expects: by TRANSFER where payments
 * have no type of that code. Answers the ID of the payment, and makes none where nothing is due.
 */
export function payInFull(context: CallContext, documentID: number, info = ''): number | undefined {
  const { account } = context;
  const sum = dueOf(account, documentID);
  if (sum === 0) return undefined;
  const document = account.table('salesDocuments').get(documentID) ?? {};
  const { currencyCode = '', currencyRate = 1, paymentType = '' } = document;
  const payment = {
    ...{ documentID, customerID: payerOf(account, documentID), sum, info },
    ...{ currencyCode, currencyRate, cashPaid: 0, cashChange: 0 },
    ...(typeOfCode(account, paymentType) ?? defaultType(account)),
    ...shopTime(account),
  };
  return account.insert('payments', payment, userOf(context));
}
