/** What a client has used so far. */
export interface Usage {
  /** HTTP requests to the API, logins and repeats included; files not. */
  readonly requests: number;
  /** Units of the hourly quota that they cost. */
  readonly costUnits: number;
  /** Requests repeated after a failure. */
  readonly retries: number;
  readonly logins: number;
  /** Time that calls spent waiting for limits and between repeats, added up. */
  readonly waitedMs: number;
  /** How often a field was not what its definition says: `getProducts price`, 3. */
  readonly drift: Readonly<Record<string, number>>;
}

/** Counts what a client uses. Cost is kept in tenths of a unit, so that bulk requests add up exactly. */
export interface UsageCounter {
  requests: number;
  costTenths: number;
  retries: number;
  logins: number;
  waitedMs: number;
  /** Counts a field that is not what its definition says; returns how often it was so by now. */
  countDrift(call: string, path: string): number;
  read(): Usage;
}

export function createUsageCounter(): UsageCounter {
  const drift = new Map<string, number>();
  return {
    requests: 0,
    costTenths: 0,
    retries: 0,
    logins: 0,
    waitedMs: 0,
    countDrift(call, path) {
      const key = `${call} ${path}`;
      const count = (drift.get(key) ?? 0) + 1;
      drift.set(key, count);
      return count;
    },
    read() {
      const { requests, costTenths, retries, logins, waitedMs } = this;
      return {
        requests,
        costUnits: costTenths / 10,
        retries,
        logins,
        waitedMs,
        drift: Object.fromEntries(drift),
      };
    },
  };
}
