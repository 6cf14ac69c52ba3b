import { type SavedAccount, type SavedData, tablesOfItsOwn } from './saved-account.ts';

/** What an account was like at one moment. */
export interface Snapshot {
  /** Counts the snapshots of the account, from 1. */
  readonly id: number;
  readonly name: string | undefined;
  /** Unix seconds by the account's clock. */
  readonly takenAt: number;
  readonly saved: SavedAccount;
}

/** About what a snapshot takes of the memory beside what has been changed. */
const snapshotBytes = 1000;

function bytesOf({ saved }: Snapshot, initial: SavedData | undefined): number {
  const tables = tablesOfItsOwn(saved.data, initial);
  return tables.reduce((bytes, table) => bytes + table.bytes, snapshotBytes);
}

/** The snapshots of one account. */
export class Snapshots {
  readonly #snapshots = new Map<number, Snapshot>();
  readonly #initial: SavedData | undefined;
  #taken = 0;

  /** @param initial What all accounts start with, which no snapshot holds of its own. */
  constructor(initial: SavedData | undefined) {
    this.#initial = initial;
  }

  get size(): number {
    return this.#snapshots.size;
  }

  /** About what they take of the memory: records that the account still has count here too. */
  get bytes(): number {
    let bytes = 0;
    for (const snapshot of this.#snapshots.values()) bytes += bytesOf(snapshot, this.#initial);
    return bytes;
  }

  /** Oldest first. */
  all(): readonly Snapshot[] {
    return [...this.#snapshots.values()];
  }

  add(snapshot: Omit<Snapshot, 'id'>): Snapshot {
    this.#taken += 1;
    const added = { id: this.#taken, ...snapshot };
    this.#snapshots.set(added.id, added);
    return added;
  }

  get(id: number): Snapshot | undefined {
    return this.#snapshots.get(id);
  }

  named(name: string): Snapshot | undefined {
    return this.all().find((snapshot) => snapshot.name === name);
  }

  remove(id: number): void {
    this.#snapshots.delete(id);
  }
}
