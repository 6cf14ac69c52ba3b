import { type calls, limits } from '@erply-kit/schemas';

import { refuse } from '../wire/refusal.ts';
import type { Handler } from './handler.ts';
import { verifiedUser } from './verified-user.ts';

/** Seconds that are granted: the asked for ones up to a day, an hour when none or nonsense was asked for. */
function granted(asked: number | undefined): number {
  if (asked === undefined || asked <= 0) return limits.sessionSeconds;
  return Math.min(asked, limits.maxSessionSeconds);
}

/** Logs a user in. Every login has a key of its own; older keys stay valid until they run out. */
export const verifyUser: Handler<typeof calls.verifyUser> = (context, input) => {
  const { account } = context;
  // Logging in with a PIN was taken out of Erply's API; switchUser is what is left of it.
  if (input.cardCode !== undefined) return refuse(1058);
  if (!input.username || !input.password) return refuse(1050);
  const user = account.users.find((known) => known.userName === input.username);
  if (user === undefined || user.password !== input.password) return refuse(1051);
  context.keep();
  const seconds = granted(input.sessionLength);
  const now = account.now();
  account.sessions.forget(now - account.switches.expiredKeySeconds);
  const session = account.sessions.start({
    random: account.random('session'),
    userID: user.userID,
    now,
    seconds,
    keyLength: account.switches.sessionKeyLength,
  });
  return verifiedUser(context, user, session);
};
