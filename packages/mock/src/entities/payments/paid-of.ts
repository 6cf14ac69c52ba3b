import { phpRound } from '@erply-kit/schemas';

import type { Row } from '../../store/row.ts';

/** Where payments are: an account, or what its records are made of. */
interface PaymentsHolder {
  table(name: 'payments'): {
    find(field: string, value: unknown): readonly number[];
    get(id: number): Row | undefined;
  };
}

/** What was paid of a sales document, in its currency: all its payments, less what went back. */
export function paidOf(account: PaymentsHolder, documentID: number): number {
  const payments = account.table('payments');
  // Whole cents, so that no fraction is lost on the way.
  let cents = 0;
  for (const id of payments.find('documentID', documentID))
    cents += Math.round(phpRound(Number(payments.get(id)?.sum ?? 0), 2) * 100);
  return cents / 100;
}
