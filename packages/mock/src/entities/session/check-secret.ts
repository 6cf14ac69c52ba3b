import type { Account } from '../../account/account.ts';
import { lockoutRule } from '../../account/lockout.ts';
import { refuse } from '../../wire/refusal.ts';

/** 1051 for a wrong password or PIN, which counts against the user; 1052 while too many of them lock the user. */
export function checkSecret(account: Account, userID: number, isRight: boolean): void {
  const now = account.now();
  if (account.lockout.isLocked(userID, now)) refuse(1052);
  if (isRight) {
    account.lockout.succeed(userID);
    return;
  }
  account.lockout.fail(userID, now, lockoutRule(account.switches.lockout));
  refuse(1051);
}
