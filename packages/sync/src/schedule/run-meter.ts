import type { Clock } from '../clock/clock.ts';
import type { SyncClient } from '../lane.ts';
import { runEtaSeconds } from './run-eta.ts';

const hourMs = 3_600_000;

interface RunMeterOptions {
  readonly client: Pick<SyncClient, 'usage'>;
  readonly clock: Clock;
  /** What the whole run needs, as it was planned; nobody knows its end without. */
  readonly plannedUnits: number | undefined;
  /** Units that the run may use in an hour. */
  readonly unitsPerHour: number;
  /** Milliseconds since 1970 by the server's clock, whose hours count. */
  readonly serverMs: () => number;
}

/** Says how long the whole run still takes, by its plan, its speed so far, and what is left of the hour. */
export function createRunMeter(options: RunMeterOptions): () => number | undefined {
  const { client, clock, plannedUnits, unitsPerHour, serverMs } = options;
  const startedAt = clock.now();
  const before = client.usage();
  let hour = { number: Math.floor(serverMs() / hourMs), usedBefore: 0 };
  return () => {
    if (plannedUnits === undefined) return undefined;
    const { costUnits, waitedMs } = client.usage();
    const used = costUnits - before.costUnits;
    const now = serverMs();
    const number = Math.floor(now / hourMs);
    if (number !== hour.number) hour = { number, usedBefore: used };
    const activeSeconds = (clock.now() - startedAt - (waitedMs - before.waitedMs)) / 1000;
    return runEtaSeconds({
      units: Math.max(0, plannedUnits - used),
      unitsPerSecond: used / activeSeconds,
      unitsPerHour,
      unitsLeft: unitsPerHour - (used - hour.usedBefore),
      secondsToTurn: ((number + 1) * hourMs - now) / 1000,
    });
  };
}
