import { MappingError } from './mapping-error.ts';
import type { DeadLetter, Sink } from './sink.ts';
import { SyncError } from './sync-error.ts';

/** A record with its key as it came. */
export interface Incoming {
  readonly id: unknown;
  readonly warehouseID?: number;
  readonly record: unknown;
  /** Why no sink should hold it. */
  readonly problem?: Pick<DeadLetter, 'path' | 'message'>;
}

export interface Translated<TRow> {
  readonly rows: readonly TRow[];
  readonly deadLetters: readonly DeadLetter[];
  /** How many of the records the sink is not to hold. */
  readonly skipped: number;
}

/** Turns records into rows of the sink; those that it cannot hold become dead letters. */
export function translate<TRow>(
  sink: Pick<Sink<TRow>, 'toRow'>,
  lane: string,
  incoming: readonly Incoming[],
): Translated<TRow> {
  const rows: TRow[] = [];
  const deadLetters: DeadLetter[] = [];
  let skipped = 0;
  const put = (row: TRow | undefined) => {
    if (row === undefined) skipped += 1;
    else rows.push(row);
  };
  for (const { id, problem, ...rest } of incoming) {
    if (!isID(id)) {
      deadLetters.push({ path: '', message: 'has no readable ID' });
      continue;
    }
    const failed = problem ?? tryRow(() => put(sink.toRow(lane, { id, ...rest })));
    if (!failed) continue;
    const { path, message } = failed;
    deadLetters.push({ id, ...(rest.warehouseID && { warehouseID: rest.warehouseID }), path, message });
  }
  return { rows, deadLetters, skipped };
}

function tryRow(makeRow: () => void): MappingError | undefined {
  try {
    makeRow();
    return undefined;
  } catch (error) {
    // Anything else is a bug in the program and must not turn a whole catalogue into dead letters.
    if (error instanceof MappingError) return error;
    throw error;
  }
}

/** Fewer may be odd records; so many at once are an answer that has changed. */
const leastToRefuse = 20;

/** Refuses an answer of which nothing can be read: its records would all stay as they were, and nobody would ask again. */
export function assertReadable(
  lane: string,
  { rows, deadLetters }: Pick<Translated<unknown>, 'rows' | 'deadLetters'>,
): void {
  const [first] = deadLetters;
  if (!first || rows.length > 0 || deadLetters.length < leastToRefuse) return;
  const { path, message } = first;
  const field = path === '' ? message : `${path} is ${message}`;
  throw new SyncError(
    'unreadable',
    lane,
    `none of ${deadLetters.length} records can be read (${field}); nothing of them was written`,
  );
}

export const isID = (id: unknown): id is number => Number.isSafeInteger(id) && (id as number) > 0;
