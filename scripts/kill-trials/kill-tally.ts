/** How many kills there were, by what the program was at. */
export interface KillTally {
  readonly kills: number;
  count(phase: string): void;
  /** One line for the log. */
  summary(): string;
}

export function createKillTally(): KillTally {
  const phases = new Map<string, number>();
  return {
    get kills() {
      return [...phases.values()].reduce((sum, count) => sum + count, 0);
    },
    count: (phase) => void phases.set(phase, (phases.get(phase) ?? 0) + 1),
    summary: () =>
      [...phases]
        .sort()
        .map(([phase, count]) => `${phase}: ${count}`)
        .join(', '),
  };
}
