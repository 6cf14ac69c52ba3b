import type { SavedAccount } from './saved-account.ts';

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

function bytesOf({ saved }: Snapshot): number {
  let bytes = snapshotBytes;
  for (const table of saved.data.tables.values()) bytes += table.bytes;
  return bytes;
}

/** The snapshots of one account. */
export class Snapshots {
  readonly #snapshots = new Map<number, Snapshot>();
  #taken = 0;

  get size(): number {
    return this.#snapshots.size;
  }

  /** About what they take of the memory: records that the account still has count here too. */
  get bytes(): number {
    let bytes = 0;
    for (const snapshot of this.#snapshots.values()) bytes += bytesOf(snapshot);
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
