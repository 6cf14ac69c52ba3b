import type { ClientEvent } from '@erply-kit/client';
import type { LaneProgress, ProgressEvent, RunReport } from '@erply-kit/sync';

import type { LaneStatus } from '../read-status.ts';
import { createHourUnits, type HourUnits, type HourUnitsCounter } from './hour-units.ts';
import { createRecentErrors, type RecentError } from './recent-errors.ts';
import { createRunHistory, type LastRun, type RunOutcome } from './run-history.ts';

/** What a watch is doing. Times are milliseconds since 1970. */
export type Activity =
  | { readonly kind: 'running'; readonly since: number }
  /** A run waits for the hour to turn. */
  | { readonly kind: 'quotaWait'; readonly until: number }
  | { readonly kind: 'pausing'; readonly until: number; readonly failures: number };

/** All that is known of a watch. */
export interface WatchReading {
  readonly startedAt: number;
  readonly activity: Activity;
  /** As the database had them last. */
  readonly lanes: readonly LaneStatus[];
  /** Lanes that the run has under way, or has read. */
  readonly progress: readonly LaneProgress[];
  readonly hour: HourUnits;
  /** Since the start. */
  readonly requests: number;
  /** Since the start. */
  readonly units: number;
  /** Runs since the start, by how they ended. */
  readonly runs: Readonly<Record<RunOutcome, number>>;
  /** Absent before the first has ended. */
  readonly lastRun?: LastRun;
  /** Errors since the start, by kind. */
  readonly errorCounts: Readonly<Record<string, number>>;
  /** The newest first. */
  readonly errors: readonly RecentError[];
}

/** Keeps what is known of a watch; nothing in it grows with time. */
export interface WatchState {
  began(): void;
  ended(report: RunReport): void;
  failed(): void;
  paused(ms: number, failures: number): void;
  progress(event: ProgressEvent): void;
  client(event: ClientEvent): void;
  error(kind: string, message: string): void;
  showLanes(lanes: readonly LaneStatus[]): void;
  read(): WatchReading;
}

export function createWatchState(now: () => number, unitsPerHour: number): WatchState {
  const hour = createHourUnits(now, unitsPerHour);
  const history = createRunHistory(now);
  const errors = createRecentErrors(now);
  const startedAt = now();
  const progress = new Map<string, LaneProgress>();
  let lanes: readonly LaneStatus[] = [];
  let activity: Activity = { kind: 'running', since: startedAt };
  const running = () => {
    activity = { kind: 'running', since: history.beganAt };
  };
  return {
    began() {
      history.began();
      running();
    },
    ended: ({ outcome }) => {
      if (outcome !== 'stopped') history.ended(outcome);
    },
    failed: () => history.ended('failed'),
    paused(ms, failures) {
      progress.clear();
      activity = { kind: 'pausing', until: now() + ms, failures };
    },
    progress(event) {
      if (event.kind === 'progress') progress.set(event.lane, event);
      else progress.delete(event.report.lane);
    },
    client(event) {
      if (event.kind === 'quotaWait') activity = waitUntil(event.resumesAt.getTime(), hour);
      if (event.kind !== 'request') return;
      hour.add(event.costUnits);
      if (activity.kind === 'quotaWait') running();
    },
    error: errors.add,
    showLanes(found) {
      lanes = found;
    },
    read: () => ({
      ...{ startedAt, activity, lanes, ...hour.totals(), ...history.read() },
      ...{ errors: errors.list(), errorCounts: errors.counts() },
      ...{ progress: [...progress.values()], hour: hour.read() },
    }),
  };
}

function waitUntil(until: number, hour: HourUnitsCounter): Activity {
  hour.markUsedUp(until);
  return { kind: 'quotaWait', until };
}
