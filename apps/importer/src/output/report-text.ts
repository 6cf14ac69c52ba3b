import type { LaneReport, RunReport } from '@erply-kit/sync';

import { count, decimal, table } from './table.ts';

const headings = ['lane', 'mode', 'records', 'deleted', 'requests', 'units', 'seconds'];

/** What a run did, for people. */
export function reportText({ lanes, ...total }: RunReport): string {
  const sum = (field: 'records' | 'deletions') => lanes.reduce((all, lane) => all + lane[field], 0);
  const rows = lanes.map((lane) => [lane.lane, modeOf(lane), ...numbersOf(lane)]);
  const beside = besideLanes({ lanes, ...total });
  if (beside.requests > 0) rows.push(['for all lanes', '', ...numbersOf(beside)]);
  rows.push(['all', '', ...numbersOf({ ...total, records: sum('records'), deletions: sum('deletions') })]);
  const deadLetters = lanes.reduce((all, lane) => all + lane.deadLetters, 0);
  const aside =
    deadLetters > 0 ? `${count(deadLetters)} records did not fit; the table dead_letters says why.\n` : '';
  const behind = lanes.filter(({ clockWentBack }) => clockWentBack).map(({ lane }) => lane);
  const clock =
    behind.length > 0
      ? `Erply's clock has gone back against ours, so what may have been missed is read again: ${behind.join(', ')}.\n`
      : '';
  return table(headings, rows) + aside + clock;
}

const modeOf = ({ mode, resumed, outcome }: LaneReport) =>
  outcome === 'completed' ? `${mode}${resumed ? ', resumed' : ''}` : `${mode}, ${outcome}`;

/** The login where no lane has it, and the question which tables have changed. */
function besideLanes({ lanes, requests, costUnits, seconds }: RunReport): Numbers {
  const rest = (all: number, field: 'requests' | 'costUnits' | 'seconds') =>
    Math.max(
      0,
      lanes.reduce((left, lane) => left - lane[field], all),
    );
  return {
    ...{ records: 0, deletions: 0 },
    requests: rest(requests, 'requests'),
    costUnits: rest(costUnits, 'costUnits'),
    seconds: rest(seconds, 'seconds'),
  };
}

type Numbers = Pick<LaneReport, 'records' | 'deletions' | 'requests' | 'costUnits' | 'seconds'>;

const numbersOf = ({ records, deletions, requests, costUnits, seconds }: Numbers) => [
  ...[records, deletions, requests].map(count),
  ...[costUnits, seconds].map(decimal),
];
