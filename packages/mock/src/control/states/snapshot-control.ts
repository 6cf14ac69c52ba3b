import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Snapshot } from '../../account/snapshots.ts';
import type { Server } from '../../server.ts';
import type { AccountAccess } from '../account-access.ts';
import { recordID } from '../body-fields.ts';
import { bodySchema, checkBody } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { jsonBody } from '../json-body.ts';

/** A moment that an account can be put back to. */
export interface SnapshotDescription {
  readonly id: number;
  readonly name: string | undefined;
  /** Unix seconds by the account's clock. */
  readonly takenAt: number;
}

/** A snapshot by its ID or name. */
export type SnapshotReference = number | string | { readonly id: number } | { readonly name: string };

export interface SnapshotControl {
  /** Keeps the account as it is now. */
  snapshot(name?: string): SnapshotDescription;
  /** Oldest first. */
  snapshots(): readonly SnapshotDescription[];
  /**
   * Puts the account back: records, users, sessions, quota, setup, random numbers, and its clock where it has one of its
   * own. The journal stays, and so do all snapshots.
   */
  restore(snapshot: SnapshotReference): SnapshotDescription;
  /** Forgets a snapshot. */
  removeSnapshot(snapshot: SnapshotReference): void;
}

/** Snapshots that one account may have. */
const maxSnapshots = 100;

function snapshotName() {
  const error = 'at most 64 letters, digits, dots, - and _, not only digits';
  return z.string({ error }).regex(/^(?!\d+$)[\w.-]{1,64}$/, { error });
}

const snapshotBody = lazily(() => bodySchema('a snapshot has no', { name: snapshotName().optional() }));

const referenceBody = lazily(() =>
  bodySchema('a snapshot has no', { id: recordID().optional(), name: snapshotName().optional() }),
);

const described = ({ id, name, takenAt }: Snapshot): SnapshotDescription => ({ id, name, takenAt });

function unknownSnapshot(account: Account, wanted: number | string): ControlError {
  const known = account.snapshots.all().map(({ id, name }) => (name === undefined ? id : `${id} (${name})`));
  const list = known.length === 0 ? 'it has none' : `there are ${known.join(', ')}`;
  return new ControlError(404, `no snapshot ${wanted} of this account; ${list}`);
}

/** The snapshot that is meant. */
export function findSnapshot(account: Account, reference: SnapshotReference): Snapshot {
  const given =
    typeof reference === 'object'
      ? reference
      : { [typeof reference === 'number' ? 'id' : 'name']: reference };
  const { id, name } = checkBody(referenceBody(), given);
  if ((id === undefined) === (name === undefined))
    throw new ControlError(400, 'give the snapshot as {"id": 1} or as {"name": "before"}');
  const found = id === undefined ? account.snapshots.named(name ?? '') : account.snapshots.get(id);
  if (found === undefined) throw unknownSnapshot(account, id ?? name ?? '');
  return found;
}

export function snapshotControl({ accounts }: Server, access: AccountAccess): SnapshotControl {
  return {
    snapshot(given) {
      const { name } = checkBody(snapshotBody(), { name: given });
      const { snapshots } = access.toRead();
      if (snapshots.size >= maxSnapshots)
        throw new ControlError(409, `an account has at most ${maxSnapshots} snapshots: delete some`);
      if (name !== undefined && snapshots.named(name) !== undefined)
        throw new ControlError(409, `there is a snapshot ${name} already: delete it, or take another name`);
      const account = access.toAdd();
      const taken = account.snapshots.add({ name, takenAt: account.now(), saved: account.save() });
      accounts.count(account);
      return described(taken);
    },
    snapshots: () => access.toRead().snapshots.all().map(described),
    restore(reference) {
      const account = access.toRead();
      const snapshot = findSnapshot(account, reference);
      account.load(snapshot.saved);
      accounts.count(account);
      return described(snapshot);
    },
    removeSnapshot(reference) {
      const account = access.toRead();
      account.snapshots.remove(findSnapshot(account, reference).id);
      accounts.count(account);
    },
  };
}

/** A snapshot as it stands in an address: digits are an ID. */
export const referenceOf = (text: string): SnapshotReference => (/^\d+$/.test(text) ? Number(text) : text);

export function snapshotRoutes(accountOf: (c: Context) => SnapshotControl): Hono {
  return new Hono()
    .get('/', (c) => c.json(accountOf(c).snapshots()))
    .post('/', async (c) => {
      const { name } = checkBody(snapshotBody(), await jsonBody(c));
      return c.json(accountOf(c).snapshot(name), 201);
    })
    .delete('/:snapshot', (c) => {
      accountOf(c).removeSnapshot(referenceOf(c.req.param('snapshot')));
      return c.body(null, 204);
    });
}

export function restoreRoutes(accountOf: (c: Context) => SnapshotControl): Hono {
  return new Hono().post('/', async (c) =>
    c.json(accountOf(c).restore(await jsonBody<{ id: number } | { name: string }>(c))),
  );
}
