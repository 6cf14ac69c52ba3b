import type { Account } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';

/** The code of the country that the account is in. */
const countryOf = (account: Account) => account.table('confParameters').get(1)?.country;

export const isGreek = (account: Account): boolean => countryOf(account) === 'GR';

/** 1128: tax offices are those of Greece. */
export function checkTaxOffice(account: Account, taxOfficeID: number | undefined): void {
  if (taxOfficeID !== undefined && !isGreek(account)) refuse(1128, 'taxOfficeID');
}

/** The General Data Protection Regulation holds there. */
export function isInEuropeanUnion(account: Account): boolean {
  const countries = account.table('countries');
  return countries
    .find('countryCode', countryOf(account))
    .some((id) => countries.get(id)?.memberOfEuropeanUnion === 1);
}
