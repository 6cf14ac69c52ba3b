import type { Account } from '../../account/account.ts';

/** A currency as documents hold it. */
export interface DocumentCurrency {
  readonly currencyCode: string;
  /** Of it to the account's own. */
  readonly currencyRate: number;
}

/** The currency that a code stands for: the account's own where there is none or it is not known. */
export function currencyOf(account: Account, code: string | undefined): DocumentCurrency {
  const table = account.table('currencies');
  const [known] = code === undefined || code === '' ? [] : table.find('code', code);
  const [own] = table.find('default', 1);
  const { code: currencyCode = '', rate: currencyRate = 1 } = table.get(known ?? own ?? 0) ?? {};
  return { currencyCode, currencyRate };
}
