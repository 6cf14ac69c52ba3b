import type { RandomStream } from './random-stream.ts';

export interface Session {
  readonly key: string;
  readonly userID: number;
  /** Unix seconds. */
  readonly createdAt: number;
  /** Unix seconds: the first second in which the key is no longer accepted. */
  readonly expiresAt: number;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The session keys of one account. A key has a fixed life; only a new login gives a longer one. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  /** Makes a key of 4 letters and 40 hexadecimal digits, as captured ones look. */
  start(options: {
    random: RandomStream;
    userID: number;
    now: number;
    seconds: number;
    keyLength: number;
  }): Session {
    const { random, now } = options;
    let key = '';
    while (key.length < options.keyLength - 40) key += letters[random.below(letters.length)];
    while (key.length < options.keyLength) key += random.below(16).toString(16);
    const session = { key, userID: options.userID, createdAt: now, expiresAt: now + options.seconds };
    this.#sessions.set(key, session);
    return session;
  }

  find(key: string): Session | undefined {
    return this.#sessions.get(key);
  }

  /** Ends all sessions that are still valid, and says how many. */
  expireAll(now: number): number {
    const valid = [...this.#sessions.values()].filter((session) => session.expiresAt > now);
    for (const session of valid) this.#sessions.set(session.key, { ...session, expiresAt: now });
    return valid.length;
  }

  /** Forgets keys that ran out so long ago that they count as unknown. */
  forget(expiredBefore: number): void {
    for (const [key, session] of this.#sessions) {
      if (session.expiresAt < expiredBefore) this.#sessions.delete(key);
    }
  }

  clear(): void {
    this.#sessions.clear();
  }

  validCount(now: number): number {
    return [...this.#sessions.values()].filter((session) => session.expiresAt > now).length;
  }
}
