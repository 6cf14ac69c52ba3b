import { type calls, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Session } from '../../account/sessions.ts';
import type { TokenClaims } from '../../account/tokens.ts';
import type { User } from '../../account/user.ts';
import type { Handler } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { backOfficeUrl } from './back-office-url.ts';
import { openSession } from './open-session.ts';

/** The user that a token speaks of, who has to be one of this account. */
function userOfToken(account: Account, claims: Partial<TokenClaims>): User {
  if (claims.use !== 'identity') refuse(1191, 'jwt');
  if (!claims.clientCode) refuse(1170, 'jwt');
  if (claims.clientCode !== account.code) refuse(1190, 'jwt');
  if (!claims.userName) refuse(1172, 'jwt');
  const user = account.users.named(claims.userName) ?? refuse(1173);
  return user.apiAccess ? user : refuse(1065);
}

/** The session that the token was made in, while that is good. */
function ownSession(account: Account, user: User, claims: Partial<TokenClaims>): Session | undefined {
  const session = account.sessions.numbered(claims.sessionNumber ?? 0);
  const isGood = session?.userID === user.userID && session.expiresAt > account.now();
  return isGood ? session : undefined;
}

/** Turns an identity token back into a session. */
export const verifyIdentityToken: Handler<typeof calls.verifyIdentityToken> = async (context, input) => {
  const { account } = context;
  const read = await account.shared.tokens.read(input.jwt, account.now());
  if ('code' in read) return refuse(read.code, 'jwt');
  const user = userOfToken(account, read);
  const session =
    ownSession(account, user, read) ??
    openSession(context, user, { seconds: Math.max(1, read.expiresAt - account.now()) });
  const record = { sessionKey: account.sessions.keyOf(session), backofficeURL: backOfficeUrl(context) };
  return { recordsTotal: 1, records: [phpJson(record)], isObject: true };
};
