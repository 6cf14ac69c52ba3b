import { scrubbedCause } from '../errors/scrubbed-cause.ts';
import type { ClientEvent } from '../events.ts';
import type { SessionStore } from './session-store.ts';

/** A store whose failures are told and cost a login, but never a call. */
export function tolerantStore(store: SessionStore, emit: (event: ClientEvent) => void): SessionStore {
  const attempt = async <TValue>(operation: keyof SessionStore, run: () => Promise<TValue> | TValue) => {
    try {
      return await run();
    } catch (error) {
      emit({ kind: 'sessionStore', operation, reason: scrubbedCause(error).message });
      return undefined;
    }
  };
  return {
    get: (key) => attempt('get', () => store.get(key)),
    set: (key, session) => attempt('set', () => store.set(key, session)),
    delete: (key) => attempt('delete', () => store.delete(key)),
  };
}
