import type { Account } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';

const longestType = 10;

/** The type that is saved, and its code. */
interface NamedType {
  readonly id: number | undefined;
  readonly type: string | undefined;
}

/** 1016: the code is too long. 1012: another type of the same table has it. */
export function checkTypeCode(
  account: Account,
  tableName: 'paymentTypes' | 'invoicePaymentTypes',
  { id: saved, type = '' }: NamedType,
): void {
  if (type === '') return;
  if (Array.from(type).length > longestType) refuse(1016, 'type');
  const others = account.table(tableName).find('type', type);
  if (others.some((id) => id !== saved)) refuse(1012, 'type');
}
