import type { Account, StateDefinition } from '../account/account.ts';
import { refuse } from '../wire/refusal.ts';

/** IDs that an account remembers at a time: the oldest are forgotten first. */
const maxRemembered = 10_000;

/** As long as Erply remembers one. */
const rememberedSeconds = 24 * 3600;

/** About what one takes of the memory. */
const entryBytes = 250;

/** When records were saved, Unix seconds, by table and ID; the oldest first. */
type Remembered = Map<string, number>;

const temporaryUUIDs: StateDefinition<Remembered, readonly (readonly [key: string, savedAt: number])[]> = {
  name: 'temporaryUUIDs',
  create: (_, saved) => new Map(saved),
  save: (remembered) => [...remembered],
  bytesOf: ({ size }) => size * entryBytes,
};

/** The `temporaryUUID` of a save that makes a record. */
interface UUIDClaim {
  /** The table of the record. */
  readonly table: string;
  /** As it was sent; nothing is claimed where it is left out or empty. */
  readonly uuid: string | undefined;
}

function forgetOldest(remembered: Remembered, now: number): void {
  for (const [key, savedAt] of remembered) {
    if (remembered.size < maxRemembered && now - savedAt < rememberedSeconds) return;
    remembered.delete(key);
  }
}

/**
 * Refuses with 1206 when a record of the table was made with the same `temporaryUUID` in the last 24 hours, and answers
 * what remembers it: ask before anything else of the save is checked, and remember once the record is there, with no wait
 * in between. A save that is refused so does not use its ID up. Only for a new record: an edit may send the ID that the
 * record was made with.
 */
export function claimTemporaryUUID(account: Account, { table, uuid }: UUIDClaim): () => void {
  if (!uuid) return () => {};
  const key = `${table}/${uuid}`;
  const savedAt = account.state(temporaryUUIDs).get(key);
  if (savedAt !== undefined && account.now() - savedAt < rememberedSeconds) refuse(1206, 'temporaryUUID');
  return () => {
    account.changes();
    const remembered = account.state(temporaryUUIDs);
    forgetOldest(remembered, account.now());
    remembered.delete(key);
    remembered.set(key, account.now());
  };
}
