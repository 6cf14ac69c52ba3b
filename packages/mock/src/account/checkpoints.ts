import type { SavedAccount } from './saved-account.ts';

/** What an account was like before a request. */
export interface Checkpoint {
  /** The last journal entry that was written before. */
  readonly afterEntry: number;
  readonly saved: SavedAccount;
}

/** IDs of entries of a journal. */
interface JournalEnds {
  readonly lastID: number;
  readonly lastDroppedID: number;
}

/** After so many journal entries there is another one, so that the journal may lose its oldest entries. */
const entriesBetween = 250;

/** What an account keeps at most. */
const maxCheckpoints = 20;
const maxBytes = 4 * 1024 * 1024;

/** About what one takes of the memory beside the changed records, which others hold too. */
const checkpointBytes = 1000;
const sessionBytes = 10;
const changeBytes = 60;

function bytesOf({ saved }: Checkpoint): number {
  let bytes = checkpointBytes + sessionBytes * saved.sessions.sessions.length;
  for (const { changes } of saved.data.tables.values()) bytes += changeBytes * changes.size;
  return bytes;
}

/**
 * States of an account from which its journal can be asked again: one from before its first request, one after each time
 * that something else has changed the account, and one now and then.
 */
export class Checkpoints {
  #checkpoints: Checkpoint[] = [];
  #bytes = 0;
  #isStale = true;

  /** About what they take of the memory. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Something else than a request has changed the account. */
  expire(): void {
    this.#isStale = true;
  }

  /**
   * Adds the state of now if one is due.
   * @param journal Its last entry, and the last one that it no longer has.
   */
  add({ lastID: lastEntry, lastDroppedID }: JournalEnds, save: () => SavedAccount): void {
    const last = this.#checkpoints.at(-1);
    const isDue = last === undefined || lastEntry - last.afterEntry >= entriesBetween;
    if (!this.#isStale && !isDue) return;
    this.#isStale = false;
    // One that no request has followed serves nobody any more.
    if (last?.afterEntry === lastEntry) this.#bytes -= bytesOf(this.#checkpoints.pop() ?? last);
    const checkpoint = { afterEntry: lastEntry, saved: save() };
    this.#checkpoints.push(checkpoint);
    this.#bytes += bytesOf(checkpoint);
    const isUseless = () => (this.#checkpoints[0]?.afterEntry ?? lastEntry) < lastDroppedID;
    while (isUseless() || this.#checkpoints.length > maxCheckpoints || this.#bytes > maxBytes) this.#drop();
  }

  /** Those from which all that was asked since is known, oldest first: no entry after `dropped` was dropped. */
  since(dropped: number): readonly Checkpoint[] {
    return this.#checkpoints.filter(({ afterEntry }) => afterEntry >= dropped);
  }

  #drop(): void {
    const oldest = this.#checkpoints.shift();
    if (oldest !== undefined) this.#bytes -= bytesOf(oldest);
  }
}
