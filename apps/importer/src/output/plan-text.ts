import type { ImportPlan } from '../plan-import.ts';
import { columnsText } from './columns-text.ts';
import { count, decimal, table } from './table.ts';

/** What a run would cost, for people. */
export function planText({ lanes, requests, costUnits, columns }: ImportPlan): string {
  const rows = lanes.map((lane) => [
    lane.lane,
    `${lane.mode}${lane.resumes ? ', resumed' : ''}`,
    lane.records === undefined ? '' : count(lane.records),
    count(lane.requests),
    decimal(lane.costUnits),
  ]);
  rows.push(['login', '', '', '1', '1.0'], ['all', '', '', count(requests), decimal(costUnits)]);
  return `${table(['lane', 'mode', 'records', 'requests', 'units'], rows)}${columnsText(columns)}An estimate: the account may change meanwhile.\n`;
}
