import type { Account } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';

/** A reason that an input names, and what it has to be a reason for. */
interface NamedReason {
  /** The parameter that names it. */
  readonly field: string;
  /** 0 or nothing names none. */
  readonly reasonID: number | undefined;
  readonly purposes: readonly string[];
}

/** 1011: there is no such reason, or it is a reason for something else (inferred). */
export function checkReason(account: Account, { field, reasonID = 0, purposes }: NamedReason): void {
  if (reasonID === 0) return;
  const reason = account.table('reasonCodes').get(reasonID);
  if (reason === undefined || !purposes.includes(String(reason.purpose))) refuse(1011, field);
}
