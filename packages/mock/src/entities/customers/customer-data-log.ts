import type { Account, StateDefinition } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { isInEuropeanUnion } from './account-country.ts';

/** What was done with data of a person. */
export type CustomerDataActivity = 'create' | 'read' | 'update' | 'delete';

/** An entry of the processing log. It names what was processed, and never what it was. */
export interface CustomerDataEntry {
  /** Counts from 1. */
  readonly id: number;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly customerID: number;
  readonly employeeID: number;
  /** Who called. */
  readonly userName: string;
  readonly activityType: CustomerDataActivity;
  readonly description: string;
  /** Words of logProcessingOfCustomerData, such as `email`, separated by commas. */
  readonly fields: string;
}

interface SavedLog {
  readonly entries: readonly CustomerDataEntry[];
  /** Entries that there ever were. */
  readonly count: number;
}

interface CustomerDataLog {
  entries: CustomerDataEntry[];
  count: number;
  /** About what all entries take of the memory: a sum that is kept up, so that nobody walks through them for it. */
  bytes: number;
}

/** Entries that an account keeps: of more than these the oldest are forgotten. */
export const maxEntries = 10_000;

/** About what an entry takes of the memory, beside its texts. */
const entryBytes = 160;

const bytesOfEntry = ({ description, fields }: CustomerDataEntry) =>
  entryBytes + 2 * (description.length + fields.length);

const bytesOf = (entries: readonly CustomerDataEntry[]) =>
  entries.reduce((bytes, entry) => bytes + bytesOfEntry(entry), 0);

export const customerDataLog: StateDefinition<CustomerDataLog, SavedLog> = {
  name: 'customerDataLog',
  create(_, saved) {
    const entries = [...(saved?.entries ?? [])];
    return { entries, count: saved?.count ?? 0, bytes: bytesOf(entries) };
  },
  save: ({ entries, count }) => ({ entries: [...entries], count }),
  bytesOf: ({ bytes }) => bytes,
};

/** The processing log of an account, the oldest entry first. */
export const customerDataEntries = (account: Account): readonly CustomerDataEntry[] =>
  account.state(customerDataLog).entries;

/** Appends entries, all of this moment. */
export function addCustomerDataEntries(
  account: Account,
  entries: readonly Omit<CustomerDataEntry, 'id' | 'timestamp'>[],
): void {
  account.changes();
  const log = account.state(customerDataLog);
  const timestamp = account.now();
  for (const entry of entries) {
    log.count += 1;
    const added = { id: log.count, timestamp, ...entry };
    log.entries.push(added);
    log.bytes += bytesOfEntry(added);
  }
  if (log.entries.length > maxEntries)
    log.bytes -= bytesOf(log.entries.splice(0, log.entries.length - maxEntries));
}

/** What is done to a customer is logged: the law wants it of natural persons, in accounts of the European Union. */
export const isLogged = (account: Account, customerID: number): boolean =>
  account.table('customers').get(customerID)?.customerType === 'PERSON' && isInEuropeanUnion(account);

interface LoggedChange {
  /** Has to exist: a deletion is logged before it is done. */
  readonly customerID: number;
  readonly activityType: CustomerDataActivity;
  /** Words of logProcessingOfCustomerData; nothing is logged where there are none. */
  readonly fields: readonly string[];
}

/** Logs what a user does to data of a customer, where the law wants it; for all others it does nothing. */
export function logCustomerData(
  account: Account,
  { employeeID, userName }: User,
  { customerID, activityType, fields }: LoggedChange,
): void {
  if (fields.length === 0 || !isLogged(account, customerID)) return;
  const said = { description: '', fields: fields.join() };
  addCustomerDataEntries(account, [{ customerID, employeeID, userName, activityType, ...said }]);
}
