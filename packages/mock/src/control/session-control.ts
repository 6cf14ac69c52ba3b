import { type Context, Hono } from 'hono';

import { quoted } from '../wire/unknown-name.ts';
import type { AccountAccess } from './account-access.ts';
import { ControlError } from './control-error.ts';
import { jsonBody } from './json-body.ts';

export interface SessionControl {
  /** Ends all sessions, and answers how many were valid. */
  expireSessions(): number;
}

export function sessionControl({ toTake }: AccountAccess): SessionControl {
  return {
    expireSessions() {
      const account = toTake();
      return account.sessions.expireAll(account.now());
    },
  };
}

export function sessionRoutes(accountOf: (c: Context) => SessionControl): Hono {
  return new Hono().post('/expire', async (c) => {
    const [field] = Object.keys(await jsonBody(c));
    if (field !== undefined)
      throw new ControlError(
        400,
        `sessions/expire ends all sessions and takes no fields, and has ${quoted(field)}`,
      );
    return c.json({ expired: accountOf(c).expireSessions() });
  });
}
