import type { Account } from '../account/account.ts';
import { accountOf, type RequestContext } from './context.ts';

/** The account that a sign-up gets: that of the request where no other was named, else one that nobody has used. */
export function signUp(context: RequestContext): Account | undefined {
  const { accounts } = context.server;
  if (!accounts.hasRoom) return undefined;
  const own = accountOf(context);
  const account = context.isSignUp ? own : accounts.unused(own.random('installation'));
  if (account !== undefined) accounts.keep(account);
  return account;
}
