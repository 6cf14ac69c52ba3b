import type { Account } from '../account/account.ts';
import type { Row } from '../store/row.ts';
import type { ReadRecord } from './record-reader.ts';

/** Finds a field of a record as it will be when the data has been taken. */
export type FutureValue = (tableName: string, id: number, field: string) => unknown;

/** What an account has beside its tables and data files hold as if it were one: users, stock. */
export interface SideTable {
  readonly name: string;
  /** About what one record takes of the memory. */
  readonly bytes: number;
  read(values: Row): ReadRecord;
  /** What tells a record from the others; `undefined` where there may be several of a kind. */
  identity(fields: Row): string | undefined;
  /** The records of tables that one refers to. */
  references(fields: Row): readonly (readonly [field: string, table: string, id: number])[];
  /** Why it cannot be written to this account now. */
  refused(account: Account, fields: Row, future: FutureValue): string | undefined;
  /** When it happened, Unix seconds: what has a time is written in the order of time, after all that has none. */
  timeOf(fields: Row): number | undefined;
  write(account: Account, fields: Row): 'added' | 'changed';
  /** Its records as `read` takes them; those that differ from the base, or all. */
  records(account: Account, onlyChanged: boolean): Iterable<Row>;
}
