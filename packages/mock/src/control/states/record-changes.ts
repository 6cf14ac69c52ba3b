import { isDeepStrictEqual } from 'node:util';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { stockOf } from '../../entities/stock/stock.ts';
import type { Row } from '../../store/row.ts';

/** A field before and after; one of them is left out where there was none. */
export interface FieldChange {
  readonly from?: unknown;
  readonly to?: unknown;
}

/** A record that differs between two states of an account. */
export interface RecordChange {
  /** `users` and `productStock`, one record for each product and location, among them. */
  readonly table: string;
  /** Of the product, for stock. */
  readonly id: number;
  /** Only of stock. */
  readonly warehouseID?: number;
  readonly change: 'added' | 'changed' | 'deleted';
  /** Those that differ; of an added or deleted record all. */
  readonly fields: Readonly<Record<string, FieldChange>>;
}

const side = (name: 'from' | 'to', value: unknown) => (value === undefined ? {} : { [name]: value });

function fieldChanges(before: Row, after: Row): Record<string, FieldChange> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes: Record<string, FieldChange> = {};
  for (const name of names) {
    if (isDeepStrictEqual(before[name], after[name])) continue;
    changes[name] = { ...side('from', before[name]), ...side('to', after[name]) };
  }
  return changes;
}

/** What two states of a record differ in; `undefined` where they are the same. */
function compareRecords(
  where: Pick<RecordChange, 'table' | 'id' | 'warehouseID'>,
  before: Row | undefined,
  after: Row | undefined,
): RecordChange | undefined {
  const fields = fieldChanges(before ?? {}, after ?? {});
  if (Object.keys(fields).length === 0) return undefined;
  const change = before === undefined ? 'added' : after === undefined ? 'deleted' : 'changed';
  return { ...where, change, fields };
}

type Changes = Generator<RecordChange>;

/** IDs of records that one of the accounts has changed otherwise than the other one, ascending. */
function changedIDs(table: string, before: Account, after: Account): number[] {
  const { changes: earlier } = before.table(table);
  const { changes: later } = after.table(table);
  if (earlier === later) return [];
  const ids = new Set([...earlier.keys(), ...later.keys()]);
  const isSame = (id: number) => earlier.has(id) && later.has(id) && earlier.get(id) === later.get(id);
  return [...ids].filter((id) => !isSame(id)).sort((a, b) => a - b);
}

function* compareTable(table: string, before: Account, after: Account): Changes {
  for (const id of changedIDs(table, before, after)) {
    const change = compareRecords({ table, id }, before.table(table).get(id), after.table(table).get(id));
    if (change !== undefined) yield change;
  }
}

/** A user without what nobody may read: that a password is another one shows in its digits only. */
function shownUser(user: User | undefined, other: User | undefined, mark: string): Row | undefined {
  if (user === undefined) return undefined;
  const { passwordHash, cardCodeHash, ...fields } = user;
  const secret = (name: 'passwordHash' | 'cardCodeHash') =>
    user[name] === null ? null : other === undefined || other[name] === user[name] ? '***' : `*** (${mark})`;
  return { ...fields, password: secret('passwordHash'), cardCode: secret('cardCodeHash') };
}

function* compareUsers(before: Account, after: Account): Changes {
  const ids = new Set([...before.users.all(), ...after.users.all()].map(({ userID }) => userID));
  for (const id of ids) {
    const [earlier, later] = [before.users.get(id), after.users.get(id)];
    const change = compareRecords(
      { table: 'users', id },
      shownUser(earlier, later, 'before'),
      shownUser(later, earlier, 'after'),
    );
    if (change !== undefined) yield change;
  }
}

function* compareStock(before: Account, after: Account): Changes {
  const { ledger: earlier } = stockOf(before);
  const { ledger: later } = stockOf(after);
  const products = new Set([...earlier.ownProducts(), ...later.ownProducts()]);
  const warehouses = new Set([...before.table('warehouses').ids(), ...after.table('warehouses').ids()]);
  for (const id of [...products].sort((a, b) => a - b)) {
    for (const warehouseID of warehouses) {
      const amounts = (ledger: typeof later): Row => ({
        amountInStock: ledger.amountInStock(id, warehouseID),
        amountReserved: ledger.amountReserved(id, warehouseID),
      });
      const where = { table: 'productStock', id, warehouseID };
      const change = compareRecords(where, amounts(earlier), amounts(later));
      if (change !== undefined) yield change;
    }
  }
}

/** What differs between two states of an account, record by record. It costs what was changed. */
export function* compareAccounts(before: Account, after: Account): Changes {
  for (const table of after.tableNames) yield* compareTable(table, before, after);
  yield* compareUsers(before, after);
  yield* compareStock(before, after);
}
