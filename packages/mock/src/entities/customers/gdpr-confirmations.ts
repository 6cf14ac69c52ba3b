import type { Account, StateDefinition } from '../../account/account.ts';
import type { User } from '../../account/user.ts';

/** When users confirmed the rules of data protection, Unix seconds, by their IDs. */
const gdprConfirmations: StateDefinition<Map<number, number>, readonly (readonly [number, number])[]> = {
  name: 'gdprConfirmations',
  create: (_, saved) => new Map(saved),
  save: (confirmations) => [...confirmations],
  bytesOf: ({ size }) => size * 64,
};

/** Whether the user has confirmed the rules of data protection. */
export const hasConfirmed = (account: Account, { userID }: User): boolean =>
  account.state(gdprConfirmations).has(userID);

/** The user confirms them now. Answers when that is. */
export function confirm(account: Account, { userID }: User): number {
  account.changes();
  const now = account.now();
  account.state(gdprConfirmations).set(userID, now);
  return now;
}
