import type { AnyCall, InputOf } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { Session } from '../account/sessions.ts';
import type { User } from '../account/user.ts';
import type { Answer } from '../wire/envelope.ts';

/** What a handler knows beside its input. It knows nothing of HTTP. */
export interface CallContext {
  readonly account: Account;
  readonly call: AnyCall;
  /** Who calls, and with which session; absent for calls that need none. */
  readonly user: User | undefined;
  readonly session: Session | undefined;
  /** The caller's address, as verifyUser answers it. */
  readonly address: string;
  /** The language that names are wanted in; `undefined` for the account's own. */
  readonly language: string | undefined;
  /** The base of links in answers. */
  readonly baseUrl: string;
  /** The answer was asked for as a link to a CSV file. */
  readonly wantsCsv: boolean;
  /** Records are wanted with what only `responseMode=detail` brings. */
  readonly isDetailed: boolean;
  /** Keeps the account from now on: something of it is worth remembering. */
  keep(): void;
  /** An account that nobody has used so far, kept from now on; `undefined` where there is no more room. */
  signUp(): Account | undefined;
}

/** Carries a call out, or throws a RefusalError. */
export type Handler<TCall extends AnyCall = AnyCall> = (
  context: CallContext,
  input: InputOf<TCall>,
) => Answer | Promise<Answer>;

/** The user of a call whose definition requires a session. */
export function userOf(context: CallContext): User {
  if (context.user === undefined) throw new Error(`${context.call.name} needs a session`);
  return context.user;
}

/** The session of a call whose definition requires one. */
export function sessionOf(context: CallContext): Session {
  if (context.session === undefined) throw new Error(`${context.call.name} needs a session`);
  return context.session;
}
