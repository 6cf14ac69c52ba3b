import type { WatchReading } from '../watch/watch-state.ts';
import { isAllFresh, type LaneFreshness } from './freshness.ts';

export interface MetricsInput {
  readonly clientCode: string;
  readonly version: string;
  readonly reading: WatchReading;
  readonly freshness: readonly LaneFreshness[];
}

type Labels = Readonly<Record<string, string>>;
type Samples = readonly (readonly [Labels, number])[];

interface Metric {
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  /** What is not known has no sample: missing is not 0. */
  readonly samples: Samples;
}

const one = (value: number | undefined): Samples => (value === undefined ? [] : [[{}, value]]);

/**
 * What Prometheus reads. https://prometheus.io/docs/instrumenting/exposition_formats/
 *
 * Written by hand: all values are there already, so a library would only keep them a second time.
 */
export function metricsText(input: MetricsInput): string {
  const account = { account: input.clientCode };
  return [...laneMetrics(input), ...quotaMetrics(input), ...runMetrics(input)]
    .map(({ name, type, help, samples }) => {
      const full = `erply_importer_${name}`;
      const lines = samples.map(
        ([labels, value]) => `${full}${labelsText({ ...account, ...labels })} ${value}\n`,
      );
      return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${lines.join('')}`;
    })
    .join('');
}

function laneMetrics({ reading: { lanes }, freshness }: MetricsInput): Metric[] {
  const of = (read: (lane: (typeof lanes)[number]) => number | undefined): Samples =>
    lanes.flatMap((lane) => {
      const value = read(lane);
      return value === undefined ? [] : [[{ lane: lane.lane }, value] as const];
    });
  const lags = freshness.flatMap(({ lane, lagSeconds }) =>
    lagSeconds === undefined ? [] : [[{ lane }, lagSeconds] as const],
  );
  const isFresh = freshness.map(({ lane, state }) => [{ lane }, state === 'fresh' ? 1 : 0] as const);
  return [
    gauge(
      'lane_lag_seconds',
      'Time since the watermark of the lane; absent before its first pass is whole.',
      lags,
    ),
    gauge('lane_fresh', '1 while the lane is neither late, nor refused, nor unread.', isFresh),
    gauge(
      'lane_rows',
      'Records in the database that are not removed.',
      of(({ records }) => records),
    ),
    gauge(
      'lane_removed_rows',
      'Records in the database that are removed in Erply.',
      of(({ removed }) => removed),
    ),
    gauge(
      'lane_dead_letters',
      'Records that did not fit.',
      of(({ deadLetters }) => deadLetters),
    ),
    gauge(
      'lane_refused',
      '1 while the lane is held back for safety.',
      of(({ refusal }) => (refusal ? 1 : 0)),
    ),
    gauge('fresh', '1 while all lanes are fresh.', one(isAllFresh(freshness) ? 1 : 0)),
  ];
}

function quotaMetrics({ reading: { hour, requests, units } }: MetricsInput): Metric[] {
  return [
    gauge('quota_used_units', 'Units of this quota hour that this program has used.', one(hour.used)),
    gauge(
      'quota_left_units',
      'Units of this quota hour that are left, if nobody else uses any.',
      one(hour.left),
    ),
    counter('requests_total', 'Requests to Erply.', one(requests)),
    counter('units_total', 'Units of the quota that they cost.', one(units)),
  ];
}

function runMetrics({ reading, version }: MetricsInput): Metric[] {
  const { runs, errorCounts, lastRun, startedAt } = reading;
  const byLabel = (label: string, counts: Readonly<Record<string, number>>): Samples =>
    Object.entries(counts).map(([name, value]) => [{ [label]: name }, value]);
  return [
    counter('runs_total', 'Runs that have ended.', byLabel('outcome', runs)),
    counter('errors_total', 'Errors and refused lanes.', byLabel('kind', errorCounts)),
    gauge(
      'last_run_end_timestamp_seconds',
      'When the last run ended.',
      one(lastRun && lastRun.endedAt / 1000),
    ),
    gauge('last_run_duration_seconds', 'How long it took.', one(lastRun?.seconds)),
    gauge('start_timestamp_seconds', 'When this program started.', one(startedAt / 1000)),
    gauge('info', 'Always 1.', [[{ version }, 1]]),
  ];
}

const gauge = (name: string, help: string, samples: Samples): Metric => ({
  name,
  type: 'gauge',
  help,
  samples,
});
const counter = (name: string, help: string, samples: Samples): Metric => ({
  name,
  type: 'counter',
  help,
  samples,
});

function labelsText(labels: Labels): string {
  const escaped = (text: string) =>
    text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return `{${Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',')}}`;
}
