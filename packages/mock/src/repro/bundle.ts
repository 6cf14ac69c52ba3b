import type { Account } from '../account/account.ts';
import type { ClockReading } from '../account/clock.ts';
import type { JournalEntry } from '../account/journal-entry.ts';
import type { SavedAccount } from '../account/saved-account.ts';
import { isSecretOfDigest } from '../account/secret-hash.ts';
import { demoUser, secretOfUser } from '../account/user.ts';
import { customerDataLog } from '../entities/customers/customer-data-log.ts';
import { shopperPasswords } from '../entities/customers/shopper-passwords.ts';
import type { MockOptions } from '../options.ts';
import type { Server } from '../server.ts';
import { linesOf, type SavedLine } from '../state-file/saved-account-lines.ts';
import { originOf, type StateOrigin } from '../state-file/state-origin.ts';
import { version } from '../version.ts';
import { createStateMask, type NameOfUser } from './masked-state.ts';
import { secretOfMark } from './secret-of-mark.ts';

export const bundleFormat = 'erply-mock-bundle';

/** Becomes another one with every change that an older bundle cannot be replayed with. */
export const bundleVersion = 2;

/** Requests in their order, and what their account was like before the first of them. */
export interface BundleSegment {
  readonly state: readonly SavedLine[];
  readonly entries: readonly JournalEntry[];
}

/**
 * What it takes to ask again what an account was asked: the shop that it started from, what was changed of it, and the
 * requests as its journal shows them. Session keys stand there as `<session:1>` by the login that gave them, passwords
 * and PINs as the hash of what stands for the marks that the journal has for them. Records that were changed are in it as
 * they are where the journal is full; otherwise other texts stand for those that the journal does not show.
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
    'seed' | 'dataset' | 'products' | 'customers' | 'warehouses' | 'documents' | 'strict'
  >;
  readonly clientCode: string;
  /** As it stood when the bundle was made. */
  readonly clock: ClockReading;
  /** Entries of the journal that are not here: what they were asked in is no longer known. */
  readonly missing: number;
  readonly segments: readonly BundleSegment[];
}

const markOf = (number: number) => `<masked:${number}>`;

/** What stands for the names of users other than that of every account, which logins need. */
function createNameOf({ journal }: Account, isFull: boolean): NameOfUser {
  return (userName) => {
    if (isFull || userName === demoUser.userName) return userName;
    const number = journal.placeholders.knownNumberOf(userName);
    return number === undefined ? 'another user' : secretOfMark(markOf(number));
  };
}

/** What stands for the names of users, by the marks that the journal has for them. */
function userNames(
  { journal }: Account,
  states: readonly SavedAccount[],
  nameOf: NameOfUser,
): ReadonlyMap<string, string> {
  const users = states.flatMap(({ data }) => data.users.users);
  return new Map(
    users.flatMap(({ userName }) => {
      const number = journal.placeholders.knownNumberOf(userName);
      return number === undefined ? [] : [[markOf(number), nameOf(userName)] as const];
    }),
  );
}

/**
 * What stands for passwords and PINs in a replay: what stands for the mark that the journal has for them, so that logins
 * go well again; where it has none, nobody has logged in with them. Made once for each, since states share them.
 */
function secretReplacer({ journal }: Account) {
  const replaced = new Map<string, string | null>();
  return (userID: number, kept: string | null, other: string): string | null => {
    if (kept === null) return null;
    let secret = replaced.get(kept);
    if (secret === undefined) {
      const number = journal.placeholders.numberOfUsers((digest) => isSecretOfDigest(digest, kept));
      secret = secretOfUser(userID, number === undefined ? other : secretOfMark(markOf(number)));
      replaced.set(kept, secret);
    }
    return secret;
  };
}

/** The same state without passwords and PINs: others stand for them, as they will when it is replayed. */
/** What no answer of a replay depends on, and what may be about people or their passwords. */
const statesLeftOut = [customerDataLog.name, shopperPasswords.name];

function withoutSecrets(saved: SavedAccount, replace: ReturnType<typeof secretReplacer>): SavedAccount {
  const { data } = saved;
  const states = new Map([...data.states].filter(([name]) => !statesLeftOut.includes(name)));
  const users = data.users.users.map((user) => ({
    ...user,
    passwordHash: replace(user.userID, user.passwordHash, `<password:${user.userID}>`),
    cardCodeHash: replace(user.userID, user.cardCodeHash, `<PIN:${user.userID}>`),
  }));
  return { ...saved, data: { ...data, states, users: { ...data.users, users } } };
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
  const { seed, dataset, products, customers, warehouses, documents, strict } = server.options;
  const from = checkpoints.since(journal.lastDroppedID);
  const isFull = server.options.journal === 'full';
  const nameOf = createNameOf(account, isFull);
  const names = userNames(account, [account.save(), ...from.map(({ saved }) => saved)], nameOf);
  const mask = isFull ? (saved: SavedAccount) => saved : createStateMask(nameOf);
  const replace = secretReplacer(account);
  const { entries, dropped } = journal.read();
  const segments = from.map(({ afterEntry, saved }, index): BundleSegment => {
    const until = from[index + 1]?.afterEntry ?? Number.POSITIVE_INFINITY;
    const own = entries.filter(({ id }) => id > afterEntry && id <= until);
    const state = [...linesOf(account.code, mask(withoutSecrets(saved, replace)))];
    return { state, entries: own.map((entry) => withNames(entry, names)) };
  });
  const known = segments.reduce((sum, segment) => sum + segment.entries.length, 0);
  return {
    format: bundleFormat,
    formatVersion: bundleVersion,
    erplyMock: version,
    origin: originOf(server),
    options: { seed, dataset, products, customers, warehouses, documents, strict },
    clientCode: account.code,
    clock: account.clock.read(),
    missing: dropped + entries.length - known,
    segments: segments.filter((segment) => segment.entries.length > 0),
  };
}
