import { type SavedAccount, type SavedData, tablesOfItsOwn } from './saved-account.ts';

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

/** What a checkpoint is made of: an account. */
interface SavableAccount {
  save(): SavedAccount;
  changedRowsSince(saved: SavedData | undefined): number;
}

/** A checkpoint, and what it takes of the memory of its own. */
interface Kept extends Checkpoint {
  readonly bytes: number;
}

/** What a state holds that the one before does not. */
function bytesOf({ data, sessions }: SavedAccount, before: SavedData | undefined): number {
  let bytes = checkpointBytes + sessionBytes * sessions.sessions.length;
  for (const { changes } of tablesOfItsOwn(data, before)) bytes += changeBytes * changes.size;
  return bytes;
}

/**
 * States of an account from which its journal can be asked again: one from before its first request, one after each time
 * that something else has changed the account, and one now and then.
 */
export class Checkpoints {
  readonly #initial: SavedData | undefined;
  #checkpoints: Kept[] = [];
  #bytes = 0;
  #isStale = true;
  /** The last journal entry when one was last made, whether or not it was small enough to be kept. */
  #madeAfter: number | undefined;

  /** @param initial What all accounts start with. */
  constructor(initial: SavedData | undefined) {
    this.#initial = initial;
  }

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
  add({ lastID: lastEntry, lastDroppedID }: JournalEnds, account: SavableAccount): void {
    const last = this.#checkpoints.at(-1);
    const isDue = this.#madeAfter === undefined || lastEntry - this.#madeAfter >= entriesBetween;
    if (!this.#isStale && !isDue) return;
    const wasStale = this.#isStale;
    this.#isStale = false;
    this.#madeAfter = lastEntry;
    // It would be too large to be kept, and each is paid for by the next write, which copies what was changed.
    if (changeBytes * account.changedRowsSince(last?.saved.data ?? this.#initial) > maxBytes) {
      if (wasStale) while (this.#checkpoints.length > 0) this.#drop();
      return;
    }
    // One that no request has followed serves nobody any more.
    if (last?.afterEntry === lastEntry) this.#bytes -= this.#checkpoints.pop()?.bytes ?? 0;
    const saved = account.save();
    const bytes = bytesOf(saved, this.#checkpoints.at(-1)?.saved.data ?? this.#initial);
    this.#checkpoints.push({ afterEntry: lastEntry, saved, bytes });
    this.#bytes += bytes;
    const isUseless = () => (this.#checkpoints[0]?.afterEntry ?? lastEntry) < lastDroppedID;
    while (isUseless() || this.#checkpoints.length > maxCheckpoints || this.#bytes > maxBytes) this.#drop();
  }

  /** Those from which all that was asked since is known, oldest first: no entry after `dropped` was dropped. */
  since(dropped: number): readonly Checkpoint[] {
    return this.#checkpoints.filter(({ afterEntry }) => afterEntry >= dropped);
  }

  #drop(): void {
    this.#bytes -= this.#checkpoints.shift()?.bytes ?? 0;
  }
}
