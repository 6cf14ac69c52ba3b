import type { SavedAccount } from '../account/saved-account.ts';
import { defaultSwitches } from '../config/switches.ts';
import type { Row } from '../store/row.ts';
import type { SavedTable } from '../store/table.ts';

/** A changed record as a line holds it; `null` stands for a deleted one, and in a record for a field that is unset. */
type SavedChange = readonly [id: number, row: Row | null];

/** A piece of a saved account, as one line of JSON holds it. Each belongs to the account that was named last. */
export type SavedLine =
  | { readonly account: string; readonly parts: SavedParts }
  | { readonly state: string; readonly value: unknown }
  /** More of a list that the state before has, by the names that lead to it. */
  | { readonly list: readonly string[]; readonly items: readonly unknown[] }
  | ({ readonly table: string } & Omit<SavedTable, 'changes'>)
  | { readonly changes: readonly SavedChange[] };

/** What is small of an account, and goes into one line. */
type SavedParts = Omit<SavedAccount, 'data' | 'streams' | 'config' | 'clock'> & {
  readonly clock: SavedAccount['clock'] | null;
  readonly config: Omit<SavedAccount['config'], 'disabled'> & { readonly disabled: readonly string[] };
  readonly streams: readonly (readonly [string, number])[];
  readonly operationsLog: SavedAccount['data']['operationsLog'];
  readonly users: SavedAccount['data']['users'];
};

/** Changed records of one line, and items of a list. */
const changesOfLine = 200;

function partsOf({ data, streams, config, clock, ...others }: SavedAccount): SavedParts {
  const { operationsLog, users } = data;
  return {
    ...others,
    clock: clock ?? null,
    config: { ...config, disabled: [...config.disabled] },
    streams: [...streams],
    ...{ operationsLog, users },
  };
}

/** No row holds `null`, so it can stand for what JSON leaves out. */
function writtenRow(row: Row | undefined): Row | null {
  if (row === undefined) return null;
  if (!Object.values(row).includes(undefined)) return row;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null]));
}

function readRow(row: Row | null): Row | undefined {
  if (row === null) return undefined;
  if (!Object.values(row).includes(null)) return row;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined]));
}

function* linesOfTable(name: string, { changes, ...table }: SavedTable): Generator<SavedLine> {
  yield { table: name, ...table };
  let piece: SavedChange[] = [];
  for (const [id, row] of changes) {
    piece.push([id, writtenRow(row)]);
    if (piece.length < changesOfLine) continue;
    yield { changes: piece };
    piece = [];
  }
  if (piece.length > 0) yield { changes: piece };
}

interface LongList {
  readonly path: readonly string[];
  readonly items: readonly unknown[];
}

/** A value without its long lists, which are added to `long`. */
function withoutLongLists(value: unknown, long: LongList[], path: readonly string[] = []): unknown {
  if (Array.isArray(value)) {
    if (path.length === 0 || value.length <= changesOfLine) return value;
    long.push({ path, items: value });
    return [];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, withoutLongLists(field, long, [...path, name])]),
  );
}

/** Long lists have lines of their own, so that none of them takes long to write. */
function* linesOfState(state: string, value: unknown): Generator<SavedLine> {
  const long: LongList[] = [];
  yield { state, value: withoutLongLists(value, long) };
  for (const { path, items } of long)
    for (let at = 0; at < items.length; at += changesOfLine)
      yield { list: path, items: items.slice(at, at + changesOfLine) };
}

/** The lines of a saved account. */
export function* linesOf(code: string, saved: SavedAccount): Generator<SavedLine> {
  yield { account: code, parts: partsOf(saved) };
  for (const [state, value] of saved.data.states) yield* linesOfState(state, value);
  for (const [name, table] of saved.data.tables) yield* linesOfTable(name, table);
}

/** Puts accounts together from their lines. */
export class AccountReader {
  readonly accounts = new Map<string, SavedAccount>();
  #states = new Map<string, unknown>();
  /** The one that was read last. */
  #state: unknown;
  #tables = new Map<string, SavedTable>();
  #changes = new Map<number, Row | undefined>();

  read(line: SavedLine): void {
    if ('account' in line) this.#begin(line.account, line.parts);
    else if ('state' in line) {
      // Its lists will grow, and the line belongs to others.
      this.#state = structuredClone(line.value);
      this.#states.set(line.state, this.#state);
    } else if ('list' in line) this.#addToList(line.list, line.items);
    else if ('table' in line) {
      const { table, ...others } = line;
      this.#changes = new Map();
      this.#tables.set(table, { ...others, changes: this.#changes });
    } else for (const [id, row] of line.changes) this.#changes.set(id, readRow(row));
  }

  #addToList(path: readonly string[], items: readonly unknown[]): void {
    let list = this.#state;
    for (const name of path) list = (list as Readonly<Record<string, unknown>>)[name];
    for (const item of items) (list as unknown[]).push(item);
  }

  #begin(code: string, parts: SavedParts): void {
    const { operationsLog, users, config, clock, streams, ...others } = parts;
    this.#states = new Map();
    this.#tables = new Map();
    const { maintenance, disabled, switches } = config;
    this.accounts.set(code, {
      ...others,
      data: { operationsLog, users, states: this.#states, tables: this.#tables },
      clock: clock ?? undefined,
      // A switch that is newer than the file has its default.
      config: { maintenance, disabled: new Set(disabled), switches: { ...defaultSwitches, ...switches } },
      streams: new Map(streams),
    });
  }
}
