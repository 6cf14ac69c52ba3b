/** A session as a store keeps it. */
export interface StoredSession {
  /** Secret: whoever has it can act as the user. */
  readonly sessionKey: string;
  /** Milliseconds since 1970 by this machine's clock. */
  readonly expiresAt: number;
}

/**
 * Keeps sessions, so that a restarted program or another process need not log in. The key is made of API origin,
 * client code and user name. Keep what it holds as safe as a password.
 */
export interface SessionStore {
  get(key: string): Promise<StoredSession | undefined> | StoredSession | undefined;
  set(key: string, session: StoredSession): Promise<void> | void;
  delete(key: string): Promise<void> | void;
}

/** Keeps sessions until the process ends. Share it between clients to share their logins. */
export function createMemorySessionStore(): SessionStore {
  const sessions = new Map<string, StoredSession>();
  return {
    get: (key) => sessions.get(key),
    set: (key, session) => void sessions.set(key, session),
    delete: (key) => void sessions.delete(key),
  };
}
