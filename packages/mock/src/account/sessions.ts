import type { RandomStream } from './random-stream.ts';

export interface Session {
  readonly key: string;
  /** Counts the sessions of the account; tokens name theirs by it. */
  readonly number: number;
  readonly userID: number;
  /** Unix seconds. */
  readonly createdAt: number;
  /** Unix seconds: the first second in which the key is no longer accepted. */
  readonly expiresAt: number;
  /** A token opened it, so it cannot open another one (1176). */
  readonly isFromToken: boolean;
}

/** A session to be opened. */
export interface NewSession {
  readonly random: RandomStream;
  readonly userID: number;
  readonly now: number;
  readonly seconds: number;
  readonly keyLength: number;
  readonly isFromToken?: boolean;
}

/** The sessions of an account as they were at one moment. */
export interface SavedSessions {
  readonly sessions: readonly Session[];
  readonly started: number;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const hexDigits = 40;

/** About what a session takes of the memory. */
const sessionBytes = 500;

/** The session keys of one account. A key has a fixed life; only a new login gives a longer one. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  #started = 0;

  /** Makes a key of 4 letters and 40 hexadecimal digits, as captured ones look. */
  start(options: NewSession): Session {
    const { random, now, userID, seconds, keyLength, isFromToken = false } = options;
    const signs = Array.from({ length: keyLength }, (_, position) =>
      position < keyLength - hexDigits
        ? letters[random.below(letters.length)]
        : random.below(16).toString(16),
    );
    // Joined at once: a text made sign by sign takes twenty times the memory.
    const key = signs.join('');
    this.#started += 1;
    const expiresAt = now + seconds;
    const session = { key, number: this.#started, userID, createdAt: now, expiresAt, isFromToken };
    this.#sessions.set(key, session);
    return session;
  }

  /** About what they take of the memory. */
  get bytes(): number {
    return this.#sessions.size * sessionBytes;
  }

  find(key: string): Session | undefined {
    return this.#sessions.get(key);
  }

  numbered(number: number): Session | undefined {
    return [...this.#sessions.values()].find((session) => session.number === number);
  }

  /** Ends a session. */
  expire(key: string, now: number): void {
    const session = this.#sessions.get(key);
    if (session !== undefined) this.#sessions.set(key, { ...session, expiresAt: now });
  }

  /** Whether a user has a session that is still good. */
  hasValid(userID: number, now: number): boolean {
    for (const session of this.#sessions.values())
      if (session.userID === userID && session.expiresAt > now) return true;
    return false;
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

  /** Forgets the keys of a user who is gone. */
  forgetUser(userID: number): void {
    for (const [key, session] of this.#sessions) if (session.userID === userID) this.#sessions.delete(key);
  }

  save(): SavedSessions {
    return { sessions: [...this.#sessions.values()], started: this.#started };
  }

  load({ sessions, started }: SavedSessions): void {
    this.#sessions.clear();
    for (const session of sessions) this.#sessions.set(session.key, session);
    this.#started = started;
  }

  clear(): void {
    this.#sessions.clear();
  }

  validCount(now: number): number {
    return [...this.#sessions.values()].filter((session) => session.expiresAt > now).length;
  }
}
