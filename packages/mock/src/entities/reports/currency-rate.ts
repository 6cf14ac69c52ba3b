import type { Account } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';

/** What one of a currency is worth in that of the account; 1016 for one that the account does not have. */
export function currencyRate(account: Account, currencyCode = ''): number {
  if (currencyCode === '') return 1;
  const table = account.table('currencies');
  for (const id of table.ids()) {
    const { code, rate = 1 } = table.get(id) ?? {};
    if (code === currencyCode) return rate || 1;
  }
  return refuse(1016, 'currencyCode');
}
