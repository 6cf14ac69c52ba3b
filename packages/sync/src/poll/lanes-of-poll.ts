import { isFullDue, type Moment } from '../records/choose-pass.ts';
import type { Standing } from './standings.ts';

/** Questions in one poll to lanes that only their own calls tell about: each costs a tenth of a unit, changed or not. */
const unlistedQuestions = 2;

/**
 * The lanes that a poll runs: all, but of those that getChangedDataSince does not know only the ones that have waited
 * longest. So a poll that finds nothing costs 0.3 units and 0.1 for each warehouse, however many lanes there are.
 */
export function lanesOfPoll(standings: readonly Standing[], moment: Moment): Standing[] {
  const unlisted = standings
    .filter((standing) => isUnlisted(standing, moment))
    .sort((one, other) => watermarkOf(one) - watermarkOf(other));
  let questions = 0;
  const waiting = new Set(
    unlisted.filter(({ lane }) => {
      // What changed, and the log.
      questions += lane.deletions.from === 'log' ? 2 : 1;
      return questions > unlistedQuestions;
    }),
  );
  return standings.filter((standing) => !waiting.has(standing));
}

const watermarkOf = ({ at }: Standing) => (at.phase === 'idle' && at.watermark) || 0;

function isUnlisted({ lane, at }: Standing, moment: Moment): boolean {
  if (lane.kind === 'stock' || lane.changedTable !== undefined || !lane.changes) return false;
  return at.phase === 'idle' && !isFullDue(lane, at, moment);
}
