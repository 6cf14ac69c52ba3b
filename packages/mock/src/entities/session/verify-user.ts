import type { calls } from '@erply-kit/schemas';

import { isSecret } from '../../account/secret-hash.ts';
import type { Handler } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { checkSecret } from './check-secret.ts';
import { openSession } from './open-session.ts';
import { verifiedUser } from './verified-user.ts';

/** Logs a user in. */
export const verifyUser: Handler<typeof calls.verifyUser> = (context, input) => {
  const { account } = context;
  // Logging in with a PIN was taken out of Erply's API; switchUser is what is left of it.
  if (input.cardCode !== undefined) return refuse(1058);
  if (!input.username || !input.password) return refuse(1050);
  const user = account.users.named(input.username) ?? refuse(1051);
  if (user.passwordHash === null) return refuse(1053);
  checkSecret(account, user.userID, isSecret(input.password, user.passwordHash));
  if (!user.apiAccess) return refuse(1065);
  if (account.sessions.hasValid(user.userID, account.now()))
    account.usage.countRepeatedLogin(context.call.name);
  return verifiedUser(context, {
    user,
    session: openSession(context, user, { asked: input.sessionLength }),
    input,
  });
};
