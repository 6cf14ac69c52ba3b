import type { RunPlan } from '@erply-kit/sync';

import { count, decimal, table } from './table.ts';

/** What a run would cost, for people. */
export function planText({ lanes, requests, costUnits }: RunPlan): string {
  const rows = lanes.map((lane) => [
    lane.lane,
    `${lane.mode}${lane.resumes ? ', resumed' : ''}`,
    lane.records === undefined ? '' : count(lane.records),
    count(lane.requests),
    decimal(lane.costUnits),
  ]);
  rows.push(['login', '', '', '1', '1.0'], ['all', '', '', count(requests), decimal(costUnits)]);
  return `${table(['lane', 'mode', 'records', 'requests', 'units'], rows)}An estimate: the account may change meanwhile.\n`;
}
