import { MappingError } from './mapping-error.ts';
import type { DeadLetter, Sink } from './sink.ts';

/** A record with its key as it came. */
export interface Incoming {
  readonly id: unknown;
  readonly warehouseID?: number;
  readonly record: unknown;
}

export interface Translated<TRow> {
  readonly rows: readonly TRow[];
  readonly deadLetters: readonly DeadLetter[];
}

/** Turns records into rows of the sink; those that it cannot hold become dead letters. */
export function translate<TRow>(
  sink: Pick<Sink<TRow>, 'toRow'>,
  lane: string,
  incoming: readonly Incoming[],
): Translated<TRow> {
  const rows: TRow[] = [];
  const deadLetters: DeadLetter[] = [];
  for (const { id, ...rest } of incoming) {
    if (!isId(id)) {
      deadLetters.push({ path: '', message: 'has no readable ID' });
      continue;
    }
    try {
      rows.push(sink.toRow(lane, { id, ...rest }));
    } catch (error) {
      // Anything else is a fault in the program and must not turn a whole catalogue into dead letters.
      if (!(error instanceof MappingError)) throw error;
      const { path, message } = error;
      deadLetters.push({ id, ...(rest.warehouseID && { warehouseID: rest.warehouseID }), path, message });
    }
  }
  return { rows, deadLetters };
}

const isId = (id: unknown): id is number => Number.isSafeInteger(id) && (id as number) > 0;
