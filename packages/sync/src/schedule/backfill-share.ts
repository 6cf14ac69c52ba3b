const hourMs = 3_600_000;

/** After the turn of the hour, so that a request does not arrive a moment too early. */
const marginMs = 250;

interface BackfillShareOptions {
  /** Units that the account has in an hour. */
  readonly unitsPerHour: number;
  /** Share of them that long reads may use, above 0 and up to 1. */
  readonly share: number;
  /** Milliseconds since 1970 by the server's clock, whose hours count. */
  readonly serverMs: () => number;
}

/** What long reads may use of an hour, so that enough is left for what changes meanwhile. */
export interface BackfillShare {
  /** Milliseconds until they may go on, when they have used so many units since the run began; 0 when they may now. */
  delayMs(usedUnits: number): number;
}

export function createBackfillShare({ unitsPerHour, share, serverMs }: BackfillShareOptions): BackfillShare {
  let hour = Number.NaN;
  let usedBefore = 0;
  return {
    delayMs(usedUnits) {
      const now = serverMs();
      const thisHour = Math.floor(now / hourMs);
      if (thisHour !== hour) usedBefore = Number.isNaN(hour) ? 0 : usedUnits;
      hour = thisHour;
      return usedUnits - usedBefore < unitsPerHour * share ? 0 : (hour + 1) * hourMs - now + marginMs;
    },
  };
}
