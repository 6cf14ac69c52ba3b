/** Reads real time in milliseconds since 1970. */
export type RealTime = () => number;

/** What the control API answers about a clock. */
export interface ClockReading {
  /** Unix seconds. */
  readonly now: number;
  readonly frozen: boolean;
}

/** Turns a clock back, which would break everything that is counted from it. */
export class ClockBackwardsError extends Error {
  override readonly name = 'ClockBackwardsError';
  constructor() {
    super('a clock cannot go backwards: reset the account instead');
  }
}

/** A clock's own setting, as it was at one moment. */
export interface SavedClock {
  readonly nowMs: number;
  readonly frozen: boolean;
}

interface Setting {
  /** Where the clock stood, and the real time when it was set there. */
  readonly atMs: number;
  readonly realMs: number;
  readonly frozen: boolean;
}

/**
 * A clock that can be set, moved on and frozen. Without a setting of its own it follows its `parent`: an account
 * follows the server's clock, the server's clock follows real time.
 */
export class Clock {
  readonly #follow: () => number;
  readonly #followsFrozen: () => boolean;
  #setting: Setting | undefined;
  readonly #realTime: RealTime;

  constructor(realTime: RealTime, parent?: Clock) {
    this.#realTime = realTime;
    this.#follow = parent ? () => parent.nowMs() : realTime;
    this.#followsFrozen = () => parent?.frozen ?? false;
  }

  nowMs(): number {
    const setting = this.#setting;
    if (setting === undefined) return this.#follow();
    return setting.frozen ? setting.atMs : setting.atMs + (this.#realTime() - setting.realMs);
  }

  /** Unix seconds, as Erply counts. */
  now(): number {
    return Math.floor(this.nowMs() / 1000);
  }

  get frozen(): boolean {
    return this.#setting?.frozen ?? this.#followsFrozen();
  }

  read(): ClockReading {
    return { now: this.now(), frozen: this.frozen };
  }

  /**
   * Sets the clock, freezes it or lets it run.
   * @throws ClockBackwardsError when `nowMs` is earlier than the clock stands.
   */
  set(change: { readonly nowMs?: number | undefined; readonly frozen?: boolean | undefined }): ClockReading {
    const current = this.nowMs();
    const atMs = change.nowMs ?? current;
    // Whole seconds compare: Erply knows no smaller unit, and `now` of an answer is set again without offence.
    if (Math.floor(atMs / 1000) < Math.floor(current / 1000)) throw new ClockBackwardsError();
    this.#setting = {
      atMs: Math.max(atMs, current),
      realMs: this.#realTime(),
      frozen: change.frozen ?? this.frozen,
    };
    return this.read();
  }

  advance(seconds: number): ClockReading {
    return this.set({ nowMs: this.nowMs() + seconds * 1000 });
  }

  /** Starts anywhere, also in the past: for a clock that nothing has been counted from yet. */
  start(atMs: number, frozen: boolean): void {
    this.#setting = { atMs, realMs: this.#realTime(), frozen };
  }

  /** Where it stands, and whether it stands still; `undefined` while it follows its parent. */
  save(): SavedClock | undefined {
    return this.#setting === undefined ? undefined : { nowMs: this.nowMs(), frozen: this.frozen };
  }

  /** Stands again where it stood, be it in the past. */
  load(saved: SavedClock | undefined): void {
    if (saved === undefined) this.release();
    else this.start(saved.nowMs, saved.frozen);
  }

  /** Follows its parent again. */
  release(): void {
    this.#setting = undefined;
  }
}
