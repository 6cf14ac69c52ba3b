import { type Context, Hono } from 'hono';

import type { AccountAccess } from './account-access.ts';

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
  return new Hono().post('/expire', (c) => c.json({ expired: accountOf(c).expireSessions() }));
}
