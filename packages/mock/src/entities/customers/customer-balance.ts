import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';

interface BalanceOptions {
  /** What was paid in advance does not count. */
  readonly withoutPrepayments?: boolean;
  /** As it was at the end of that day; today when left out. */
  readonly date?: string | undefined;
}

/** What a customer owes; negative for what was paid in advance. 0 for all, as long as the fake serves no sales documents. */
export function balanceOf(_account: Account, _customerID: number, _options: BalanceOptions = {}): number {
  return 0;
}

/** Balance and credit in the record of a customer. */
export function balanceFields(account: Account, customer: Row, options: BalanceOptions): Row {
  const creditLimit = Number(customer.credit ?? 0);
  const actualBalance = balanceOf(account, Number(customer.customerID), options);
  return {
    actualBalance,
    creditLimit,
    availableCredit: creditLimit - actualBalance,
    creditAllowed: creditLimit > 0 ? 1 : 0,
  };
}
