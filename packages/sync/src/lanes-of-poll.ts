import { isFullDue, type Moment } from './records/choose-pass.ts';
import type { Standing } from './standings.ts';

/** Lanes that only their own call tells about, in one poll: each costs a tenth of a unit also when nothing changed. */
const unlistedAtOnce = 2;

/**
 * The lanes that a poll runs: all, but of those that getChangedDataSince does not know only the two that have waited
 * longest. So a poll that finds nothing costs 0.3 units and 0.1 for each warehouse, however many lanes there are.
 */
export function lanesOfPoll(standings: readonly Standing[], moment: Moment): Standing[] {
  const unlisted = standings
    .filter((standing) => isUnlisted(standing, moment))
    .sort((one, other) => watermarkOf(one) - watermarkOf(other));
  const waiting = new Set(unlisted.slice(unlistedAtOnce));
  return standings.filter((standing) => !waiting.has(standing));
}

const watermarkOf = ({ at }: Standing) => (at.phase === 'idle' && at.watermark) || 0;

function isUnlisted({ lane, at }: Standing, moment: Moment): boolean {
  if (lane.kind === 'stock' || lane.changedTable !== undefined || !lane.changes) return false;
  return at.phase === 'idle' && !isFullDue(lane, at, moment);
}
