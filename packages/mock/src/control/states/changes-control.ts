import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import { Account } from '../../account/account.ts';
import type { AccountAccess } from '../account-access.ts';
import { countFromZero, name } from '../body-fields.ts';
import { bodySchema, checkBody, unknownName } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { queryNumber } from '../query-number.ts';
import { compareAccounts, type RecordChange } from './record-changes.ts';
import { findSnapshot, referenceOf, type SnapshotReference } from './snapshot-control.ts';

export interface ChangesOptions {
  /** A snapshot of the account. @default the shop that every account starts from */
  readonly since?: SnapshotReference | undefined;
  /** Only records of this table. */
  readonly table?: string | undefined;
  /** Records that are shown at most; all are counted. @default 1000 */
  readonly limit?: number | undefined;
}

/** How many records of a table differ. */
interface ChangeCounts {
  added: number;
  changed: number;
  deleted: number;
}

export interface AccountChanges {
  /** By table. */
  readonly counts: Readonly<Record<string, Readonly<ChangeCounts>>>;
  readonly changes: readonly RecordChange[];
  /** Records that differ and are not shown. */
  readonly omitted: number;
}

export interface ChangesControl {
  /** What differs from a snapshot, or from the start, record by record and field by field. */
  changes(options?: ChangesOptions): AccountChanges;
}

const defaultLimit = 1000;

/** The account as it was then. Nobody else knows of it. */
function accountThen(account: Account, since: SnapshotReference | undefined): Account {
  const then = new Account(account.code, account.shared);
  if (since !== undefined) then.load(findSnapshot(account, since).saved);
  return then;
}

const changesBody = lazily(() =>
  bodySchema('changes have no', {
    since: z
      .unknown()
      .refine((since) => since !== '' && since !== null, { error: 'the ID or the name of a snapshot' })
      .optional(),
    table: name().optional(),
    limit: countFromZero().optional(),
  }),
);

function checkTable(account: Account, table: string | undefined): void {
  const names = [...account.tableNames, 'users', 'productStock'];
  if (table !== undefined && !names.includes(table))
    throw new ControlError(404, unknownName('no table', table, names));
}

export function changesControl({ toRead }: AccountAccess): ChangesControl {
  return {
    changes(options = {}) {
      checkBody(changesBody(), options);
      const { since, table, limit = defaultLimit } = options;
      const account = toRead();
      checkTable(account, table);
      const counts: Record<string, ChangeCounts> = {};
      const changes: RecordChange[] = [];
      let omitted = 0;
      for (const change of compareAccounts(accountThen(account, since), account)) {
        if (table !== undefined && change.table !== table) continue;
        counts[change.table] ??= { added: 0, changed: 0, deleted: 0 };
        (counts[change.table] as ChangeCounts)[change.change] += 1;
        if (changes.length < limit) changes.push(change);
        else omitted += 1;
      }
      return { counts, changes, omitted };
    },
  };
}

export function changesRoutes(accountOf: (c: Context) => ChangesControl): Hono {
  return new Hono().get('/', (c) => {
    const { since, table, limit, ...others } = c.req.query();
    const [unknown] = Object.keys(others);
    if (unknown !== undefined)
      throw new ControlError(400, unknownName('changes have no', unknown, ['since', 'table', 'limit']));
    return c.json(
      accountOf(c).changes({
        since: since === undefined ? undefined : referenceOf(since),
        table,
        limit: queryNumber('limit', limit),
      }),
    );
  });
}
