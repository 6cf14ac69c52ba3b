export interface RecentError {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `transport`, `database`, `refused` …: the kinds of the client's errors, and of ours. */
  readonly kind: string;
  /** One line for an operator, without anything from a record. */
  readonly message: string;
}

export interface RecentErrors {
  add(kind: string, message: string): void;
  /** The newest first. */
  list(): readonly RecentError[];
  /** All since the start, by kind. */
  counts(): Readonly<Record<string, number>>;
}

const mostErrors = 20;

/** Keeps the last errors, and counts all. */
export function createRecentErrors(now: () => number): RecentErrors {
  const counts = new Map<string, number>();
  let errors: readonly RecentError[] = [];
  return {
    add(kind, message) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      errors = [{ at: now(), kind, message }, ...errors].slice(0, mostErrors);
    },
    list: () => errors,
    counts: () => Object.fromEntries(counts),
  };
}
