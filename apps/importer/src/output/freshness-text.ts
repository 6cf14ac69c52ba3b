import { durationText } from '@erply-kit/command-line';

import type { LaneFreshness } from '../monitor/freshness.ts';

/** What is not fresh, in one line for monitors. */
export function freshnessText(lanes: readonly LaneFreshness[]): string {
  const amiss = lanes.filter(({ state }) => state !== 'fresh');
  if (lanes.length === 0) return 'nothing is imported yet';
  if (amiss.length === 0) return 'fresh';
  return amiss.map((lane) => `${lane.lane} ${words(lane)}`).join(', ');
}

function words({ state, lagSeconds }: LaneFreshness): string {
  if (state === 'refused') return 'is held back, see the last run';
  if (lagSeconds === undefined) return 'has no whole first pass yet';
  return `is ${durationText(lagSeconds * 1000)} behind`;
}
