import { limits } from '@erply-kit/schemas';

import type { Session } from '../../account/sessions.ts';
import type { User } from '../../account/user.ts';
import type { CallContext } from '../../generic/handler.ts';

/** How long after its end a session can still be switched from. */
export const switchableSeconds = 2 * 3600;

/** Seconds that are granted: the asked for ones up to a day, an hour when none or nonsense was asked for. */
function granted(asked: number | undefined): number {
  if (asked === undefined || asked <= 0) return limits.sessionSeconds;
  return Math.min(asked, limits.maxSessionSeconds);
}

/** Opens a session. Every login has a key of its own; older keys stay valid until they run out. */
export function openSession(
  context: CallContext,
  user: User,
  length: { readonly asked?: number | undefined } | { readonly seconds: number },
): Session {
  const { account } = context;
  context.keep();
  const now = account.now();
  account.sessions.forget(now - Math.max(account.switches.expiredKeySeconds, switchableSeconds));
  return account.sessions.start({
    userID: user.userID,
    now,
    seconds: 'seconds' in length ? length.seconds : granted(length.asked),
    keyLength: account.switches.sessionKeyLength,
    isFromToken: 'seconds' in length,
  });
}
