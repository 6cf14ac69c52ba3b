import type { KeyRange, RowKey, StoredRow } from '../readable-sink.ts';
import type { Batch, DeadLetter, Entry, LaneState, Survey } from '../sink.ts';

/** A record as a reader of the sink finds it. */
export interface StoredRecord {
  readonly id: number;
  readonly warehouseID?: number;
  readonly record: unknown;
  /** Server's time of its removal; absent while it is alive. */
  readonly deletedAt?: number;
}

interface Held extends StoredRecord {
  readonly generation: number;
}

/** A row of a generation that is still open. One without a record only says that its key was seen. */
interface Staged {
  readonly id: number;
  readonly warehouseID: number;
  readonly generation: number;
  readonly record?: unknown;
}

export type MemoryLane = ReturnType<typeof createMemoryLane>;

/** What a memory sink holds of one lane. */
export function createMemoryLane() {
  const held = new Map<string, Held>();
  const letters = new Map<string, DeadLetter>();
  let staged: Staged[] = [];
  let state: LaneState | undefined;

  const put = (row: Entry, generation: number) => {
    held.set(keyOf(row), { ...row, generation });
    letters.delete(keyOf(row));
  };
  const change = (key: string, values: Partial<Held>) => {
    const row = held.get(key);
    if (row) held.set(key, { ...row, ...values });
  };

  function write({ generation, rows, deadLetters, deletions }: Batch<Entry>) {
    for (const row of rows) put(row, generation);
    for (const letter of deadLetters) change(keyOf(letter), { generation });
    for (const { id, deletedAt } of deletions) {
      letters.delete(keyOf({ id }));
      for (const [key, row] of held)
        if (row.id === id && isAlive(row)) held.set(key, removed(row, deletedAt));
    }
  }

  function stage(
    { generation, rows, deadLetters }: Batch<Entry>,
    { warehouseID, fresh }: NonNullable<Batch['stage']>,
  ) {
    if (fresh)
      staged = staged.filter((row) => row.generation === generation && row.warehouseID !== warehouseID);
    for (const { id, record } of rows) staged.push({ id, warehouseID, generation, record });
    for (const { id } of deadLetters) if (id !== undefined) staged.push({ id, warehouseID, generation });
  }

  function close(generation: number, { deletedAt }: NonNullable<Batch['close']>) {
    for (const { record, ...key } of staged.filter((row) => row.generation === generation)) {
      if (record === undefined) change(keyOf(key), { generation });
      else put({ ...key, record }, generation);
    }
    staged = [];
    for (const [key, row] of held) {
      if (row.generation !== generation && isAlive(row)) held.set(key, removed(row, deletedAt));
    }
  }

  return {
    state: () => state,
    read: (): StoredRecord[] => Array.from(held.values(), ({ generation, ...row }) => row),
    deadLetters: () => [...letters.values()],
    countAlive: (ids: readonly number[]) =>
      ids.filter((id) => [...held.values()].some((row) => row.id === id && isAlive(row))).length,
    countSeen: (ids: readonly number[], generation: number) =>
      ids.filter((id) => [...held.values()].some((row) => row.id === id && row.generation === generation))
        .length,
    readRows: (keys: readonly RowKey[]): StoredRow<Entry>[] =>
      keys.flatMap((key) => {
        const row = held.get(keyOf(key));
        if (!row) return [];
        const { generation: _, deletedAt, ...entry } = row;
        return { ...key, row: entry, removed: deletedAt !== undefined };
      }),
    listKeys: ({ after, limit }: KeyRange): RowKey[] =>
      Array.from(held.values())
        .filter((row) => isAlive(row) && (!after || inOrder(after, row) < 0))
        .sort(inOrder)
        .slice(0, limit)
        .map(({ id, warehouseID }) => (warehouseID === undefined ? { id } : { id, warehouseID })),
    survey(generation: number, warehouses?: readonly number[]): Survey {
      const seen = new Set(
        [...held.values(), ...staged].filter((row) => row.generation === generation).map(keyOf),
      );
      const found = new Set([...seen].map((key) => key.split('/')[1]));
      const alive = [...held.values()].filter(isAlive);
      const unseen = alive.filter((row) => !seen.has(keyOf(row)));
      const emptied = new Set(
        alive.flatMap(({ warehouseID }) => warehouseID ?? []).filter((id) => !found.has(`${id}`)),
      );
      const isCounted = ({ warehouseID }: Held) => !warehouses || warehouses.includes(warehouseID ?? 0);
      const count = (rows: readonly Held[]) => new Set(rows.filter(isCounted).map(({ id }) => id)).size;
      return { alive: count(alive), unseen: count(unseen), seen: seen.size, emptied: [...emptied] };
    },
    apply(batch: Batch<Entry>) {
      for (const letter of batch.deadLetters) letters.set(keyOf(letter), letter);
      if (batch.stage) stage(batch, batch.stage);
      else write(batch);
      if (batch.close) close(batch.generation, batch.close);
      state = { checkpoint: batch.checkpoint, counters: batch.counters };
    },
  };
}

const keyOf = ({ id = 0, warehouseID }: { readonly id?: number; readonly warehouseID?: number }) =>
  warehouseID === undefined ? `${id}` : `${id}/${warehouseID}`;

const inOrder = (one: RowKey, other: RowKey) =>
  one.id - other.id || (one.warehouseID ?? 0) - (other.warehouseID ?? 0);

interface Amounts {
  readonly amountInStock: number;
  readonly amountReserved: number;
}

/** Records are alive until they are removed; amounts, as long as one of them is not 0. */
function isAlive({ warehouseID, record, deletedAt }: Held): boolean {
  if (warehouseID === undefined) return deletedAt === undefined;
  const { amountInStock, amountReserved } = record as Amounts;
  return amountInStock !== 0 || amountReserved !== 0;
}

function removed(row: Held, deletedAt: number): Held {
  if (row.warehouseID === undefined) return { ...row, deletedAt };
  return { ...row, record: { ...(row.record as Amounts), amountInStock: 0, amountReserved: 0 } };
}
