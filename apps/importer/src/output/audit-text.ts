import type { AuditPlan, AuditReport, LaneAudit, LaneRepair, RepairReport } from '@erply-kit/sync';

import { differencesText } from './difference-text.ts';
import { count, decimal, table } from './table.ts';

const found = ['looked at', 'missing', 'extra', 'removed', 'changed', 'lag'];

const numbersOf = ({ looked, missing, extra, removed, changed, lag }: LaneAudit) =>
  [looked, missing, extra, removed, changed, lag].map(count);

/** What an audit is going to cost, for people. */
export const auditPlanText = ({ costUnits, requests, lanes }: AuditPlan): string => {
  const records = lanes.reduce((sum, lane) => sum + lane.records, 0);
  return `${count(records)} rows are looked at, for some ${decimal(costUnits)} units in ${count(requests)} requests\n`;
};

/** What an audit has found, for people. */
export function auditText({ mode, lanes, costUnits, requests }: AuditReport): string {
  const rows = lanes.map((lane) => [lane.lane, lane.outcome, ...numbersOf(lane), decimal(lane.costUnits)]);
  return [
    table(['lane', 'is', ...found, 'units'], rows),
    ...lanes.map((lane) => differencesText(lane.lane, lane) + countText(lane)),
    `${count(requests)} requests, ${decimal(costUnits)} units.\n`,
    ...(mode === 'sample' ? lanes.map(proofText) : []),
  ].join('');
}

function countText({ lane, surplus, announced = 0, copied }: LaneAudit): string {
  if (surplus === undefined) return '';
  return `${lane}: the account has ${count(announced)} records, the copy ${count(copied)}; --full says which\n`;
}

/** What a sample proves, and what it does not. */
function proofText({ lane, outcome, looked, copied, detectableShare }: LaneAudit): string {
  if (outcome !== 'equal' || !detectableShare) return '';
  const percent = (detectableShare * 100).toLocaleString('en', { maximumSignificantDigits: 2 });
  return `${lane}: ${count(looked)} of ${count(copied)} rows were looked at; were ${percent} % or more of them wrong, one would have been found 19 times of 20.\n`;
}

/** What a repair has found and mended, for people. */
export function repairText({ lanes, costUnits, requests }: RepairReport): string {
  const mended = ({ written, deletions }: LaneRepair) => [written, deletions].map(count);
  const rows = lanes.map((lane) => [
    ...[lane.lane, lane.outcome === 'different' ? 'mended' : lane.outcome],
    ...[...numbersOf(lane), ...mended(lane), decimal(lane.costUnits)],
  ]);
  return [
    table(['lane', 'is', ...found, 'written', 'deleted', 'units'], rows),
    ...lanes.map((lane) => differencesText(lane.lane, lane)),
    `${count(requests)} requests, ${decimal(costUnits)} units.\n`,
  ].join('');
}
