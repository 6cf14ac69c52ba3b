/** How the last run went. Times are milliseconds since 1970. */
export interface LastRun {
  readonly endedAt: number;
  readonly seconds: number;
  readonly outcome: RunOutcome;
}

export type RunOutcome = 'completed' | 'outOfUnits' | 'refused' | 'failed';

export interface RunHistory {
  /** When the last run began. */
  readonly beganAt: number;
  began(): void;
  ended(outcome: RunOutcome): void;
  /** Runs since the start, by how they ended, and the last of them. */
  read(): { readonly runs: Readonly<Record<RunOutcome, number>>; readonly lastRun?: LastRun };
}

/** Counts runs. */
export function createRunHistory(now: () => number): RunHistory {
  const runs = { completed: 0, outOfUnits: 0, refused: 0, failed: 0 };
  let beganAt = now();
  let lastRun: LastRun | undefined;
  return {
    get beganAt() {
      return beganAt;
    },
    began() {
      beganAt = now();
    },
    ended(outcome) {
      runs[outcome] += 1;
      lastRun = { endedAt: now(), seconds: Math.max(0, now() - beganAt) / 1000, outcome };
    },
    read: () => ({ runs: { ...runs }, ...(lastRun && { lastRun }) }),
  };
}
