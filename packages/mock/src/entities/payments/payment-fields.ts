import { type calls, type InputOf, phpRound } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { shopTime } from '../account/shop-time.ts';
import { currencyOf, type DocumentCurrency } from '../currencies/currency-of.ts';
import { payerOf } from './payer-of.ts';
import { defaultType, namedType } from './payment-type-of.ts';

type Input = InputOf<typeof calls.savePayment>;

/** More money than anybody has. The sum of larger ones would not be exact. */
const maxMoney = 1e12;

const sums = ['sum', 'cashPaid', 'cashChange', 'bankSum'] as const;

/** Money that was sent, in cents and no finer. 1016: more than can be counted. */
function sentSums(input: Input): Row {
  const sent = sums.flatMap((field) => {
    const value = input[field];
    if (value === undefined) return [];
    return [[field, Math.abs(value) <= maxMoney ? phpRound(value, 2) + 0 : refuse(1016, field)] as const];
  });
  return Object.fromEntries(sent);
}

/** The currency of a payment: that of its document where none was sent. */
function currencyFields(account: Account, input: Input): DocumentCurrency {
  const { currencyCode = '', documentID = 0 } = input;
  const document = account.table('salesDocuments').get(documentID);
  if (currencyCode !== '' || !document?.currencyCode) return currencyOf(account, currencyCode);
  return { currencyCode: document.currencyCode, currencyRate: document.currencyRate ?? 1 };
}

/** Who pays: who was sent, else the payer of the document. */
function payerFields(account: Account, { customerID = 0, documentID = 0 }: Input): Row {
  if (customerID !== 0) return { customerID };
  return documentID === 0 ? {} : { customerID: payerOf(account, documentID) };
}

/** Who cards are charged by, as payments name them. */
const providers: readonly string[] = ['pax', 'merchant_warehouse', 'tyro', 'klarna', 'givex'];

/** 1150: a provider of card payments that Erply does not know. */
function checkProvider({ paymentServiceProvider: provider = '' }: Input): void {
  if (provider !== '' && !providers.includes(provider)) refuse(1150, 'paymentServiceProvider');
}

/** 1160: a tax rate of gift cards with another type of payment; such a one has none. */
function giftCardFields({ giftCardVatRateID = 0 }: Input, type: unknown): Row {
  if (type === 'GIFTCARD') return {};
  return giftCardVatRateID === 0 ? { giftCardVatRateID: 0 } : refuse(1160, 'giftCardVatRateID');
}

/** What a new payment has that nobody sent. */
function newFields(account: Account): Row {
  const { date, time } = shopTime(account);
  return { documentID: 0, sum: 0, cashPaid: 0, cashChange: 0, date, time, ...defaultType(account) };
}

/** Inputs that say nothing when they are empty or 0. */
const filledOnly = ['added', 'date', 'time', 'type', 'typeID', 'customerID', 'currencyCode'];

/** The fields of a save without those that say nothing. */
export const filledFields = (saved: Row): Row =>
  Object.fromEntries(Object.entries(saved).filter(([field, value]) => value || !filledOnly.includes(field)));

/** What is stored of what was sent, for a new payment or for the one that it was `before`. */
export function paymentFields(account: Account, input: Input, before: Row | undefined): Row {
  checkProvider(input);
  const start = before ?? newFields(account);
  const type = namedType(account, input);
  const fields: Row = {
    ...(before === undefined && start),
    ...(input.documentID !== undefined && { documentID: input.documentID }),
    ...payerFields(account, input),
    ...type,
    ...(input.date && { date: input.date }),
    ...(input.time && { time: input.time }),
    ...sentSums(input),
    ...((before === undefined || input.currencyCode) && currencyFields(account, input)),
  };
  return { ...fields, ...giftCardFields(input, type?.type ?? start.type) };
}
