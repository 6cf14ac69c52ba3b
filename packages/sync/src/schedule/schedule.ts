import { addReports } from '../add-reports.ts';
import type { Lane } from '../lane.ts';
import type { LaneRun, LaneRunSettings } from '../lane-run.ts';
import { askChangedTables } from '../poll/changed-tables.ts';
import { lanesOfPoll } from '../poll/lanes-of-poll.ts';
import { type Standing, standingsOf } from '../poll/standings.ts';
import { questionsOf } from '../poll/table-questions.ts';
import type { ProgressEvent } from '../progress.ts';
import { meanwhileSince, readMeanwhile } from '../records/read-meanwhile.ts';
import type { LaneReport } from '../report.ts';
import { runLane } from '../run-lane.ts';
import type { RunSettings } from '../run-settings.ts';
import { addUsage, noUsage, type Usage, usageSince } from '../usage-since.ts';
import { createBackfillShare } from './backfill-share.ts';
import { createRunMeter } from './run-meter.ts';

/** Sleeps for so many milliseconds; an abort of the signal may end it at once. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export interface ScheduleOptions<TRow> {
  readonly settings: RunSettings<TRow>;
  /** The lanes in their order, and where they stand. */
  readonly standings: readonly Standing[];
  /** Only those of them that a poll runs. */
  readonly poll: boolean;
  readonly pollEverySeconds: number;
  readonly unitsPerHour: number;
  readonly backfillShare: number;
  /** Without it, long reads do not wait for the turn of the hour. */
  readonly sleep?: Sleep;
  /** What the whole run needs, as it was planned. */
  readonly plannedUnits?: number;
  readonly onProgress: (event: ProgressEvent) => void;
}

/**
 * Runs lanes one after the other. While one of them is read at length, the lanes that have been read before are polled
 * between its pages, as often as they are due; and when it has used its share of the hour, only they go on.
 */
export async function runSchedule<TRow>(options: ScheduleOptions<TRow>): Promise<readonly LaneReport[]> {
  const onProgress = withRunEta(options);
  const reports = new Map<string, LaneReport>();
  const note = (report: LaneReport) => {
    reports.set(report.lane, addReports(reports.get(report.lane), report));
    if (report.refusal) options.settings.refusals.set(report.lane, report.refusal.kind);
    else options.settings.refusals.delete(report.lane);
    return report.outcome;
  };
  const settings = { ...options.settings, betweenPages: createPoller(options, note) };
  const moment = { full: settings.full, now: settings.clock.now() };
  const chosen = options.poll ? lanesOfPoll(options.standings, moment) : options.standings;
  const changed = await askChangedTables(settings, questionsOf(chosen, moment));
  for (const { lane } of chosen)
    if (isOver(note(await runLane(lane, { ...settings, changed }, onProgress)))) break;
  return options.standings.flatMap(({ lane }) => reports.get(lane.name) ?? []);
}

/** Events that tell how long the whole run still takes, where that is known. */
function withRunEta<TRow>(options: ScheduleOptions<TRow>): ScheduleOptions<TRow>['onProgress'] {
  const { settings, onProgress, plannedUnits, sleep, unitsPerHour, backfillShare } = options;
  const { client, clock, clocks } = settings;
  const meter = createRunMeter({
    ...{ client, clock, plannedUnits, serverMs: () => clocks.serverMs() },
    unitsPerHour: sleep ? unitsPerHour * backfillShare : unitsPerHour,
  });
  return (event) => {
    const runEtaSeconds = event.kind === 'progress' ? meter() : undefined;
    if (event.kind !== 'progress' || runEtaSeconds === undefined) onProgress(event);
    else onProgress({ ...event, runEtaSeconds });
  };
}

/** Whether the run ends with a lane that came out so. */
const isOver = (outcome: LaneReport['outcome']) => outcome === 'stopped' || outcome === 'outOfUnits';

/** What is done between two pages of a long read; true when something was, so that the read has to ask anew. */
function createPoller<TRow>(
  options: ScheduleOptions<TRow>,
  note: (report: LaneReport) => LaneReport['outcome'],
): NonNullable<LaneRunSettings<TRow>['betweenPages']> {
  const { settings, pollEverySeconds, unitsPerHour, backfillShare: share, sleep } = options;
  const { client, clock, clocks, signal } = settings;
  const used = usageSince(client);
  const backfill = createBackfillShare({ unitsPerHour, share, serverMs: () => clocks.serverMs() });
  let polled = noUsage;
  let nextPollAt = clock.now() + pollEverySeconds * 1000;
  return async (lane, run) => {
    let hasPolled = false;
    for (;;) {
      if (clock.now() >= nextPollAt) {
        nextPollAt = clock.now() + pollEverySeconds * 1000;
        polled = addUsage(polled, await pollBeside({ lane, run }, options, note));
        signal?.throwIfAborted();
        hasPolled = true;
      }
      const delayMs = backfill.delayMs(used().costUnits - polled.costUnits);
      if (delayMs === 0 || !sleep || lane.kind === 'stock') return hasPolled;
      await sleep(Math.max(1, Math.min(delayMs, nextPollAt - clock.now())), signal);
      signal?.throwIfAborted();
    }
  };
}

interface LongRead<TRow> {
  readonly lane: Lane;
  readonly run: LaneRun<TRow>;
}

/** Polls the lanes beside one that is being read, and then reads what changed in that; says what all of it has used. */
async function pollBeside<TRow>(
  { lane, run }: LongRead<TRow>,
  { settings, standings, onProgress }: ScheduleOptions<TRow>,
  note: (report: LaneReport) => LaneReport['outcome'],
): Promise<Usage> {
  const { client, clock, sink } = settings;
  const [used, startedAt] = [usageSince(client), clock.now()];
  const moment = { full: false, now: startedAt };
  const others = standings.map((standing) => standing.lane).filter(({ name }) => name !== lane.name);
  const chosen = lanesOfPoll((await standingsOf({ sink, lanes: others })).filter(isCopied), moment);
  const questions = questionsOf(chosen, moment);
  const since = meanwhileSince(lane, run)?.seconds;
  if (lane.kind === 'records' && lane.changedTable && since !== undefined)
    questions.set(lane.changedTable, Math.min(since, questions.get(lane.changedTable) ?? since));
  const changed = await askChangedTables(settings, questions);
  for (const other of chosen)
    if (isOver(note(await runLane(other.lane, { ...settings, full: false, changed }, eventsOf(onProgress)))))
      break;
  run.elsewhere = addUsage(run.elsewhere, { ...used(), seconds: (clock.now() - startedAt) / 1000 });
  if (!settings.signal?.aborted) await readMeanwhile(lane, run, changed);
  return used();
}

/** Whether a lane holds everything, up to some time. */
const isCopied = ({ at }: Standing) => at.phase === 'idle' && at.watermark !== undefined;

/** Of a poll, only that it has found something: there may be hundreds of them in one run. */
const eventsOf = (onProgress: (event: ProgressEvent) => void) => (event: ProgressEvent) => {
  if (event.kind !== 'laneFinished') return;
  const { records, deletions, deadLetters, refusal } = event.report;
  if (records + deletions + deadLetters > 0 || refusal) onProgress(event);
};
