import type { LaneReport } from './report.ts';
import { roundUnits } from './usage-since.ts';

/** What a lane did in two parts of a run, as one report: it ends as the later one did. */
export function addReports(earlier: LaneReport | undefined, later: LaneReport): LaneReport {
  if (!earlier) return later;
  const sum = (field: 'records' | 'deletions' | 'deadLetters' | 'requests' | 'seconds') =>
    earlier[field] + later[field];
  return {
    ...later,
    mode: earlier.mode === 'full' ? 'full' : later.mode,
    clockWentBack: earlier.clockWentBack || later.clockWentBack,
    resumed: earlier.resumed || later.resumed,
    records: sum('records'),
    deletions: sum('deletions'),
    deadLetters: sum('deadLetters'),
    requests: sum('requests'),
    costUnits: roundUnits(earlier.costUnits + later.costUnits),
    seconds: sum('seconds'),
  };
}
