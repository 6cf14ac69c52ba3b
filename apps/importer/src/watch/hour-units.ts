/** Units of one minute of an hour. */
export interface MinuteUnits {
  /** 0 to 59. */
  readonly minute: number;
  readonly units: number;
}

/** What this program has used of the account's hour. */
export interface HourUnits {
  /** When the hour began: milliseconds since 1970, by this machine's clock. */
  readonly startedAt: number;
  readonly used: number;
  /** What is left if nobody else uses the account; 0 while Erply says that the hour is used up. */
  readonly left: number;
  /** Minutes in which something was used, in order. */
  readonly minutes: readonly MinuteUnits[];
  /** When Erply takes calls again, where it has said that the hour is used up. */
  readonly usedUpUntil?: number;
}

export interface HourUnitsCounter {
  add(units: number): void;
  /** Erply says that nothing is left until then. */
  markUsedUp(until: number): void;
  read(): HourUnits;
  /** Since the start. */
  totals(): { readonly requests: number; readonly units: number };
}

const hourMs = 3_600_000;

/** Counts units by the minute of the hour. Kept in tenths: their sums are not exact in binary. */
export function createHourUnits(now: () => number, unitsPerHour: number): HourUnitsCounter {
  let startedAt = 0;
  let tenths: number[] = [];
  let usedUpUntil = 0;
  const all = { requests: 0, tenths: 0 };
  const turn = () => {
    const began = Math.floor(now() / hourMs) * hourMs;
    if (began !== startedAt) tenths = Array(60).fill(0);
    startedAt = began;
  };
  return {
    add(units) {
      turn();
      const minute = Math.floor((now() - startedAt) / 60_000);
      tenths[minute] = (tenths[minute] ?? 0) + Math.round(units * 10);
      all.requests += 1;
      all.tenths += Math.round(units * 10);
    },
    totals: () => ({ requests: all.requests, units: all.tenths / 10 }),
    markUsedUp(until) {
      usedUpUntil = until;
    },
    read() {
      turn();
      const used = tenths.reduce((sum, part) => sum + part, 0) / 10;
      const isUsedUp = usedUpUntil > now();
      return {
        ...{ startedAt, used },
        left: isUsedUp ? 0 : Math.max(0, Math.round((unitsPerHour - used) * 10) / 10),
        minutes: tenths.flatMap((part, minute) => (part > 0 ? [{ minute, units: part / 10 }] : [])),
        ...(isUsedUp && { usedUpUntil }),
      };
    },
  };
}
