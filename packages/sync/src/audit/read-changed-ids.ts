import { IdSet } from '../compare/id-set.ts';
import type { RecordLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { deletionsOf, readLog } from '../operations-log.ts';
import type { AuditSettings } from './audit-options.ts';

type Asking = Pick<AuditSettings<never>, 'client' | 'clocks' | 'signal'>;

/**
 * IDs of the records that were added, changed or deleted since a second of the server: what the next run of the lane
 * brings anyhow.
 */
export async function readChangedIDs(lane: RecordLane, settings: Asking, since: number): Promise<IdSet> {
  const ids = new IdSet();
  if (lane.changes)
    for await (const page of lane.read(settings.client, requestOf(settings, since))) {
      settings.clocks.observe(page.latest ?? page.status);
      for (const record of page.records) {
        const id = lane.idOf(record);
        if (Number.isSafeInteger(id)) ids.add(Number(id));
      }
    }
  if (lane.deletions.from === 'log')
    for (const id of await readDeletedIDs(lane, settings, since)) ids.add(id);
  return ids;
}

const requestOf = ({ signal }: Asking, changedSince: number) => omitUndefined({ changedSince, signal });

/** IDs of what the operations log says is gone since then, from the table that tells a lane. */
export async function readDeletedIDs(
  { name, deletions }: { readonly name: string; readonly deletions: RecordLane['deletions'] },
  settings: Asking,
  since: number,
): Promise<IdSet> {
  const ids = new IdSet();
  if (deletions.from !== 'log') return ids;
  const { table } = deletions;
  for await (const page of readLog(settings, { lane: name, table, deletedFrom: since })) {
    settings.clocks.observe(page.status);
    for (const { id } of deletionsOf(name, page.records, table)) ids.add(id);
  }
  return ids;
}
