const hourSeconds = 3600;

interface Remaining {
  /** Units that are still to be used. */
  readonly units: number;
  /** How fast they are used while nothing is waited for. */
  readonly unitsPerSecond: number;
  /** Units that may be used in an hour of the server. */
  readonly unitsPerHour: number;
  /** Of those, what is left of this hour. */
  readonly unitsLeft: number;
  /** Until the server's hour turns. */
  readonly secondsToTurn: number;
}

/**
 * Seconds until so many units are used, the waits for the turn of the hour included; `undefined` while nobody knows how
 * fast that goes.
 */
export function runEtaSeconds(remaining: Remaining): number | undefined {
  const { units, unitsPerSecond, unitsPerHour, secondsToTurn } = remaining;
  if (!(unitsPerSecond > 0) || !(unitsPerHour > 0)) return undefined;
  const unitsNow = Math.min(Math.max(0, remaining.unitsLeft), secondsToTurn * unitsPerSecond);
  if (units <= unitsNow) return Math.max(0, units) / unitsPerSecond;
  // Each hour gives what its time, or its quota, allows; the last one is not used up.
  const perHour = Math.min(unitsPerHour, hourSeconds * unitsPerSecond);
  const rest = units - unitsNow;
  const wholeHours = Math.ceil(rest / perHour) - 1;
  return secondsToTurn + wholeHours * hourSeconds + (rest - wholeHours * perHour) / unitsPerSecond;
}
