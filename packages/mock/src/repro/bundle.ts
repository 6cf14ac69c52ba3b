import type { Account } from '../account/account.ts';
import type { ClockReading } from '../account/clock.ts';
import type { JournalEntry } from '../account/journal-entry.ts';
import type { SavedAccount } from '../account/saved-account.ts';
import type { MockOptions } from '../options.ts';
import type { Server } from '../server.ts';
import { linesOf, type SavedLine } from '../state-file/saved-account-lines.ts';
import { originOf, type StateOrigin } from '../state-file/state-origin.ts';
import { version } from '../version.ts';
import { secretOfMark } from './secret-of-mark.ts';

export const bundleFormat = 'erply-mock-bundle';

/** Becomes another one with every change that an older bundle cannot be replayed with. */
export const bundleVersion = 1;

/** Requests in their order, and what their account was like before the first of them. */
export interface BundleSegment {
  readonly state: readonly SavedLine[];
  readonly entries: readonly JournalEntry[];
}

/**
 * What it takes to ask again what an account was asked: the shop that it started from, what was changed of it, and the
 * requests as its journal shows them. Session keys stand there as `<session:1>` by the login that gave them, passwords
 * and PINs as what stands for the marks that the journal has for them. Records that were changed stand there as they are.
 */
export interface Bundle {
  readonly format: typeof bundleFormat;
  readonly formatVersion: number;
  /** The version of the fake that made it. */
  readonly erplyMock: string;
  readonly origin: StateOrigin;
  /** Options of the fake that decide what answers say. */
  readonly options: Pick<
    MockOptions,
    'seed' | 'dataset' | 'products' | 'customers' | 'warehouses' | 'strict'
  >;
  readonly clientCode: string;
  /** As it stood when the bundle was made. */
  readonly clock: ClockReading;
  /** Entries of the journal that are not here: what they were asked in is no longer known. */
  readonly missing: number;
  readonly segments: readonly BundleSegment[];
}

/** The mark that stands in the journal for a value, where there is one. */
function markOf({ journal }: Account, value: string): string | undefined {
  const number = journal.placeholders.knownNumberOf(value);
  return number === undefined ? undefined : `<masked:${number}>`;
}

/** The names of users by the marks that stand for them: they are not secret, and logins need them. */
function userNames(account: Account, states: readonly SavedAccount[]): ReadonlyMap<string, string> {
  const users = states.flatMap(({ data }) => data.users.users);
  return new Map(
    users.flatMap(({ userName }) => {
      const mark = markOf(account, userName);
      return mark === undefined ? [] : [[mark, userName] as const];
    }),
  );
}

/** The same state without keys, passwords and PINs: others stand for them, as they will when it is replayed. */
function withoutSecrets(account: Account, saved: SavedAccount): SavedAccount {
  const { sessions, data } = saved;
  const marked = (secret: string | null, other: string) =>
    secret === null ? null : secretOfMark(markOf(account, secret) ?? other);
  const users = data.users.users.map((user) => ({
    ...user,
    password: marked(user.password, `<password:${user.userID}>`),
    cardCode: marked(user.cardCode, `<PIN:${user.userID}>`),
  }));
  const keyless = sessions.sessions.map((session) => ({ ...session, key: `<session:${session.number}>` }));
  return {
    ...saved,
    sessions: { ...sessions, sessions: keyless },
    data: { ...data, users: { ...data.users, users } },
  };
}

function withNames(entry: JournalEntry, names: ReadonlyMap<string, string>): JournalEntry {
  const parameters = Object.entries(entry.parameters).map(([name, value]) => [
    name,
    names.get(value) ?? value,
  ]);
  return { ...entry, parameters: Object.fromEntries(parameters) };
}

/** What an account was asked, as far as its journal has it and its state before is known. */
export function makeBundle(server: Server, account: Account): Bundle {
  const { journal, checkpoints } = account;
  const { seed, dataset, products, customers, warehouses, strict } = server.options;
  const from = checkpoints.since(journal.lastDroppedID);
  const names = userNames(account, [account.save(), ...from.map(({ saved }) => saved)]);
  const { entries, dropped } = journal.read();
  const segments = from.map(({ afterEntry, saved }, index): BundleSegment => {
    const until = from[index + 1]?.afterEntry ?? Number.POSITIVE_INFINITY;
    const own = entries.filter(({ id }) => id > afterEntry && id <= until);
    const state = [...linesOf(account.code, withoutSecrets(account, saved))];
    return { state, entries: own.map((entry) => withNames(entry, names)) };
  });
  const known = segments.reduce((sum, segment) => sum + segment.entries.length, 0);
  return {
    format: bundleFormat,
    formatVersion: bundleVersion,
    erplyMock: version,
    origin: originOf(server),
    options: { seed, dataset, products, customers, warehouses, strict },
    clientCode: account.code,
    clock: account.clock.read(),
    missing: dropped + entries.length - known,
    segments: segments.filter((segment) => segment.entries.length > 0),
  };
}
