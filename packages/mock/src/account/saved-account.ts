import type { Config } from '../config/config.ts';
import type { SavedFaults } from '../faults/faults.ts';
import type { SavedTable } from '../store/table.ts';
import type { SavedClock } from './clock.ts';
import type { SavedLockout } from './lockout.ts';
import type { LoggedDeletion } from './operations-log.ts';
import type { SavedQuota } from './quota.ts';
import type { SavedSessions } from './sessions.ts';
import type { SavedUsers } from './users.ts';

/** The records of an account and what follows from them, as they were at one moment. */
export interface SavedData {
  /** Changed tables by their names. */
  readonly tables: ReadonlyMap<string, SavedTable>;
  /** State beside the tables, by the names of its definitions. */
  readonly states: ReadonlyMap<string, unknown>;
  readonly operationsLog: readonly LoggedDeletion[];
  readonly users: SavedUsers;
}

/** An account as it was at one moment, but for its journal. Several accounts may go on from it: it never changes. */
export interface SavedAccount {
  readonly data: SavedData;
  readonly sessions: SavedSessions;
  readonly lockout: SavedLockout;
  /** Rules with their counters, and dice. */
  readonly faults: SavedFaults;
  readonly quota: SavedQuota;
  readonly config: Config;
  readonly clock: SavedClock | undefined;
  /** How far the streams of random numbers have come, by purpose. */
  readonly streams: ReadonlyMap<string, number>;
}
