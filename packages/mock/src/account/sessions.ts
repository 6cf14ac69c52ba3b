import type { RandomStream } from './random-stream.ts';

/** A session. Its key is not here, so that nothing that keeps sessions keeps keys: `Sessions.keyOf` makes it. */
export interface Session {
  /** Counts the sessions of the account; tokens name theirs by it. */
  readonly number: number;
  /** The account that it was opened in: a fork goes on with the sessions of another one. */
  readonly openedIn: string;
  /** Characters of its key. */
  readonly keyLength: number;
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

/** About what a session takes of the memory, with its key. */
const sessionBytes = 500;

/**
 * The sessions of one account. A key has a fixed life; only a new login gives a longer one. Keys are made from the random
 * numbers of the account that a session was opened in and from the session's number, whenever they are needed.
 */
export class Sessions {
  readonly #code: string;
  readonly #streamOf: (openedIn: string) => RandomStream;
  /** By their numbers. */
  readonly #sessions = new Map<number, Session>();
  /** Numbers by keys; made when a key is looked up, since copies of an account are seldom asked for one. */
  #numbers: Map<string, number> | undefined = new Map();
  #started = 0;

  /** @param streamOf The random numbers, from their beginning, that keys of an account are made from. */
  constructor(code: string, streamOf: (openedIn: string) => RandomStream) {
    this.#code = code;
    this.#streamOf = streamOf;
  }

  start(options: NewSession): Session {
    const { now, userID, seconds, keyLength, isFromToken = false } = options;
    this.#started += 1;
    const number = this.#started;
    const times = { createdAt: now, expiresAt: now + seconds };
    const session = { number, openedIn: this.#code, keyLength, userID, ...times, isFromToken };
    this.#sessions.set(number, session);
    this.#numbers?.set(this.keyOf(session), number);
    return session;
  }

  /** The key of a session: 4 letters and 40 hexadecimal digits, as captured ones look. */
  keyOf({ number, openedIn, keyLength }: Session): string {
    const random = this.#streamOf(openedIn);
    random.skip((number - 1) * keyLength);
    const signs = Array.from({ length: keyLength }, (_, position) =>
      position < keyLength - hexDigits
        ? letters[random.below(letters.length)]
        : random.below(16).toString(16),
    );
    // Joined at once: a text made sign by sign takes twenty times the memory.
    return signs.join('');
  }

  /** About what they take of the memory. */
  get bytes(): number {
    return this.#sessions.size * sessionBytes;
  }

  find(key: string): Session | undefined {
    this.#numbers ??= new Map([...this.#sessions.values()].map((each) => [this.keyOf(each), each.number]));
    const number = this.#numbers.get(key);
    return number === undefined ? undefined : this.#sessions.get(number);
  }

  numbered(number: number): Session | undefined {
    return this.#sessions.get(number);
  }

  /** Ends a session. */
  expire({ number }: Session, now: number): void {
    const session = this.#sessions.get(number);
    if (session !== undefined) this.#sessions.set(number, { ...session, expiresAt: now });
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
    for (const session of valid) this.expire(session, now);
    return valid.length;
  }

  /** Forgets keys that ran out so long ago that they count as unknown. */
  forget(expiredBefore: number): void {
    this.#remove(({ expiresAt }) => expiresAt < expiredBefore);
  }

  /** Forgets the keys of a user who is gone. */
  forgetUser(userID: number): void {
    this.#remove((session) => session.userID === userID);
  }

  save(): SavedSessions {
    return { sessions: [...this.#sessions.values()], started: this.#started };
  }

  load({ sessions, started }: SavedSessions): void {
    this.clear();
    this.#numbers = undefined;
    for (const session of sessions) this.#sessions.set(session.number, session);
    this.#started = started;
  }

  clear(): void {
    this.#sessions.clear();
    this.#numbers = new Map();
  }

  /** Begins anew: the next session is the first one. */
  restart(): void {
    this.clear();
    this.#started = 0;
  }

  validCount(now: number): number {
    return [...this.#sessions.values()].filter((session) => session.expiresAt > now).length;
  }

  #remove(isGone: (session: Session) => boolean): void {
    for (const session of this.#sessions.values()) {
      if (!isGone(session)) continue;
      this.#sessions.delete(session.number);
      this.#numbers?.delete(this.keyOf(session));
    }
  }
}
