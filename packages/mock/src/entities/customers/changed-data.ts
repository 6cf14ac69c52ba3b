import { isDeepStrictEqual } from 'node:util';

import type { Row } from '../../store/row.ts';

/** Sorts of personal data, and the fields of a customer that hold it. */
const sorts = {
  name: ['fullName', 'firstName', 'lastName'],
  phone: ['phone'],
  mobilePhone: ['mobile'],
  fax: ['fax'],
  email: ['email', 'eInvoiceEmail'],
  nationalIdentificationNumber: ['code'],
  dateOfBirth: ['birthday'],
  gender: ['gender'],
  bankAccount: ['bankName', 'bankAccountNumber', 'bankIBAN', 'bankSWIFT'],
  employer: ['companyID'],
  skype: ['skype'],
  payer: ['payerID'],
  website: ['website'],
} as const;

/** The sorts of personal data that a save has changed: of a new customer those that are set. */
export function changedData(before: Row, after: Row): string[] {
  const isChanged = (field: string) => !isDeepStrictEqual(before[field] || null, after[field] || null);
  return Object.entries(sorts)
    .filter(([, fields]) => fields.some(isChanged))
    .map(([sort]) => sort);
}
