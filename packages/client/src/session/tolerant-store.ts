import { isProgrammingError } from '../errors/programming-error.ts';
import { scrubCause } from '../errors/scrub-cause.ts';
import type { ClientEvent } from '../events.ts';
import type { SessionStore, StoredSession } from './session-store.ts';

/**
 * A store whose failures are reported and cost a login, but never a call. A store that is programmed wrongly is none of
 * them: that should be seen at once.
 */
export function createTolerantStore(store: SessionStore, emit: (event: ClientEvent) => void): SessionStore {
  const attempt = async <TValue>(operation: keyof SessionStore, run: () => Promise<TValue> | TValue) => {
    try {
      return await run();
    } catch (error) {
      if (isProgrammingError(error)) throw error;
      emit({ kind: 'sessionStore', operation, reason: scrubCause(error).message });
      return undefined;
    }
  };
  return {
    async get(key) {
      const stored: unknown = await attempt('get', () => store.get(key));
      // Many stores say `null` where there is nothing.
      if (stored === undefined || stored === null) return undefined;
      if (isStoredSession(stored)) return stored;
      emit({ kind: 'sessionStore', operation: 'get', reason: 'what it holds is not a session' });
      return undefined;
    },
    set: (key, session) => attempt('set', () => store.set(key, session)),
    delete: (key) => attempt('delete', () => store.delete(key)),
  };
}

function isStoredSession(stored: unknown): stored is StoredSession {
  const { sessionKey, expiresAt } = stored as Partial<StoredSession>;
  return typeof sessionKey === 'string' && sessionKey !== '' && typeof expiresAt === 'number';
}
