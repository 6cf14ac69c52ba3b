import type { calls } from '@erply-kit/schemas';

import { type Handler, sessionOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { checkSecret } from './check-secret.ts';
import { openSession, switchableSeconds } from './open-session.ts';
import { verifiedUser } from './verified-user.ts';

/** Opens a session for the user with the PIN, from a session that need not be valid any more. */
export const switchUser: Handler<typeof calls.switchUser> = (context, input) => {
  const { account } = context;
  const from = sessionOf(context);
  const expiredSeconds = account.now() - from.expiresAt;
  // By then it is forgotten as every other key is.
  if (expiredSeconds >= Math.max(account.switches.expiredKeySeconds, switchableSeconds)) return refuse(1055);
  if (expiredSeconds > switchableSeconds) return refuse(1056);
  if (from.isFromToken) return refuse(1176);
  const user = account.users.withCardCode(input.cardCode);
  // Nobody knows whose PIN a wrong one was meant to be: it counts against whose session it is.
  checkSecret(account, user?.userID ?? from.userID, user !== undefined);
  if (user === undefined) return refuse(1051);
  if (!user.apiAccess) return refuse(1065);
  return verifiedUser(context, {
    user,
    session: openSession(context, user, { asked: input.sessionLength }),
    input,
  });
};
