/** How many wrong passwords lock a user, and for how many seconds. */
export interface LockoutRule {
  readonly failures: number;
  readonly seconds: number;
}

/** Reads the switch `lockout`, as `5/600`. */
export function lockoutRule(text: string): LockoutRule {
  const [failures = 0, seconds = 0] = text.split('/').map(Number);
  return { failures, seconds };
}

/** Wrong passwords of a user. */
interface Failures {
  readonly count: number;
  /** Unix seconds; 0 while the user is not locked. */
  readonly lockedUntil: number;
}

/** Wrong passwords by user ID, as they were at one moment. */
export type SavedLockout = readonly (readonly [userID: number, failures: Failures])[];

/**
 * Users that are locked after wrong passwords, by user ID: only those of users who exist are counted, so what is kept
 * does not grow with what somebody tries.
 */
export class Lockout {
  readonly #failures = new Map<number, Failures>();

  /** The user may not log in now, whatever the password. */
  isLocked(userID: number, now: number): boolean {
    return now < (this.#failures.get(userID)?.lockedUntil ?? 0);
  }

  /** Counts a wrong password; the one that reaches the limit locks. */
  fail(userID: number, now: number, rule: LockoutRule): void {
    const before = this.#failures.get(userID);
    // A lock that is over has started the count anew.
    const count = (before === undefined || before.lockedUntil > 0 ? 0 : before.count) + 1;
    const isLocked = rule.failures > 0 && count >= rule.failures;
    this.#failures.set(userID, { count, lockedUntil: isLocked ? now + rule.seconds : 0 });
  }

  save(): SavedLockout {
    return [...this.#failures];
  }

  load(saved: SavedLockout): void {
    this.#failures.clear();
    for (const [userID, failures] of saved) this.#failures.set(userID, failures);
  }

  /** Forgets the wrong passwords of a user: the right one came. */
  succeed(userID: number): void {
    this.#failures.delete(userID);
  }
}
