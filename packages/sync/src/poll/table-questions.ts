import type { ChangedTable } from '../lane.ts';
import { isFullDue, isFullReadDue, type Moment } from '../records/choose-pass.ts';
import { logStart } from '../stock/log-start.ts';
import type { Standing } from './standings.ts';

/** Which tables to ask about, each since the earliest time that a lane needs. */
export function questionsOf(standings: readonly Standing[], moment: Moment): Map<ChangedTable, number> {
  const questions = new Map<ChangedTable, number>();
  for (const standing of standings)
    for (const [table, since] of questionsOfLane(standing, moment))
      questions.set(table, Math.min(since, questions.get(table) ?? since));
  return questions;
}

function questionsOfLane({ lane, at }: Standing, moment: Moment): [ChangedTable, number][] {
  if (at.phase !== 'idle' || at.watermark === undefined) return [];
  if (lane.kind === 'stock') {
    if (moment.full || isFullReadDue(lane.fullEverySeconds, at, moment.now)) return [];
    return [
      ['warehouses', at.watermark],
      ['products', logStart(at) ?? at.watermark],
    ];
  }
  if (!lane.changedTable || isFullDue(lane, at, moment)) return [];
  return [[lane.changedTable, at.watermark]];
}
