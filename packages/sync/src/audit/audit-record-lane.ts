import { IdSet } from '../compare/id-set.ts';
import type { RecordLane } from '../lane.ts';
import { recordsTotalOf } from '../lanes/records-total.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { readByIDs } from '../read-by-ids.ts';
import type { RowKey } from '../readable-sink.ts';
import { SyncError } from '../sync-error.ts';
import type { Incoming } from '../translate.ts';
import { type AuditFindings, type AuditJob, lagStart } from './audit-job.ts';
import type { Sample } from './audit-options.ts';
import { readChangedIDs } from './read-changed-ids.ts';
import { sampleKeys } from './sample-keys.ts';

/** More rows that a list does not show are not the doing of pages that moved. */
const mostToAskAgain = 1000;

/** Compares a lane of records with the account: all of it, or a sample of its rows. */
export async function auditRecordLane<TRow extends RowKey>(
  lane: RecordLane,
  job: AuditJob<TRow>,
): Promise<AuditFindings> {
  const { settings, inspection } = job;
  const { sample } = settings;
  const newer = new IdSet();
  const looked =
    sample && lane.idsPerRead !== undefined
      ? await lookAtSome(lane, job, sample)
      : await lookAtAll(lane, job, newer);
  // Asked behind the reading: what changed meanwhile is among it.
  const changed = await readChangedIDs(lane, settings, lagStart(lane.name, job));
  const lag = inspection.takeLag(({ id }) => changed.has(id) || newer.has(id));
  return { ...looked, lag, changed: changed.size };
}

type Looked = Pick<AuditFindings, 'announced' | 'drawn'>;

/** Compares every record. */
async function lookAtAll<TRow extends RowKey>(
  lane: RecordLane,
  job: AuditJob<TRow>,
  newer: IdSet,
): Promise<Looked> {
  const { settings, inspection, watermark, copied } = job;
  let announced: number | undefined;
  for await (const page of lane.read(settings.client, omitUndefined({ signal: settings.signal }))) {
    settings.clocks.observe(page.latest ?? page.status);
    const incoming = incomingOf(lane, page.records);
    if (!lane.changes) noteNewer(incoming, watermark.seconds, newer);
    await inspection.compare(incoming);
    const expected = lane.pageSize === undefined ? undefined : recordsTotalOf(page.status, lane.name);
    if (!page.next)
      assertComplete(lane, page.holders ?? inspection.seen.size + inspection.withoutID, expected);
    // What comes inside of others is counted by these.
    announced = lane.inside ? undefined : expected;
    settings.onProgress({ lane: lane.name, records: inspection.looked, total: announced ?? copied });
    settings.signal?.throwIfAborted();
  }
  await inspection.noteExtra();
  if (lane.numberedPages) await askAgain(lane, job);
  return omitUndefined({ announced });
}

/** A list that is cut off makes what it lacks look deleted. */
function assertComplete({ name }: RecordLane, came: number, announced: number | undefined): void {
  if (announced === undefined || came >= announced) return;
  throw new SyncError('incomplete', name, `only ${came} of ${announced} records came`);
}

/** A record that is deleted behind the cursor of numbered pages hides another one: that one comes when it is asked for. */
async function askAgain<TRow extends RowKey>(
  lane: RecordLane,
  { settings, inspection }: AuditJob<TRow>,
): Promise<void> {
  const ids = Array.from(inspection.differences.keysOf('extra'), ({ id }) => id);
  if (ids.length > mostToAskAgain) return;
  for await (const { records } of readByIDs(lane, settings, ids))
    await inspection.compare(incomingOf(lane, records));
}

/** Compares random rows of the copy. */
async function lookAtSome<TRow extends RowKey>(
  lane: RecordLane,
  { settings, inspection }: AuditJob<TRow>,
  sample: Sample,
): Promise<Looked> {
  const { client, sink, signal } = settings;
  const keys = await sampleKeys(sink, lane.name, sample);
  const ids = keys.map(({ id }) => id);
  for await (const answer of readByIDs(lane, settings, ids)) {
    settings.clocks.observe(answer.status);
    await inspection.compare(incomingOf(lane, answer.records));
    settings.onProgress({ lane: lane.name, records: inspection.looked, total: ids.length });
    settings.signal?.throwIfAborted();
  }
  inspection.noteExtraOf(keys);
  const counted = await lane.count(client, omitUndefined({ signal }));
  // What comes inside of others is counted by these.
  const announced = lane.inside ? undefined : typeof counted === 'number' ? counted : counted.records;
  return { ...omitUndefined({ announced }), drawn: ids.length };
}

export const incomingOf = (lane: RecordLane, records: readonly unknown[]): Incoming[] =>
  records.map((record) => ({ id: lane.idOf(record), record }));

/** Where a call cannot be asked what changed, the record itself may say that it did. */
function noteNewer(incoming: readonly Incoming[], since: number, newer: IdSet): void {
  for (const { id, record } of incoming) {
    const { added, lastModified } = record as { readonly added?: unknown; readonly lastModified?: unknown };
    if (Number.isSafeInteger(id) && [added, lastModified].some((time) => Number(time) >= since))
      newer.add(Number(id));
  }
}
