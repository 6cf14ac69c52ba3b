import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { isInMilliseconds, lazily } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { JournalEntry } from '../../account/journal-entry.ts';
import { callNamed, similarCall } from '../../request/gates/call-name.ts';
import { gateNames } from '../../request/gates/gates.ts';
import type { Server } from '../../server.ts';
import type { AccountAccess } from '../account-access.ts';
import { countFromZero, name } from '../body-fields.ts';
import { bodySchema, checkBody, unknownName } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { queryNumber } from '../query-number.ts';
import type { ResetControl } from '../states/reset-control.ts';

/** Which entries of a journal are wanted; all of them without it. */
export interface JournalQuery {
  /** The name of a call, or `bulk` for bulk requests as a whole. */
  readonly request?: string | undefined;
  readonly errorCode?: number | undefined;
  /** Unix seconds by the account's clock. */
  readonly since?: number | undefined;
  /** Entries with higher IDs: what is new since the last look. */
  readonly after?: number | undefined;
  /** The name of a user, or the ID. */
  readonly user?: string | number | undefined;
  /** What refused it: the name of a gate, or `handler` for the call itself. */
  readonly gate?: string | undefined;
  /** The ID of a fault rule that fired. */
  readonly fault?: number | undefined;
  /** The newest so many; with `after` the oldest so many after it, so that who asks again misses none. */
  readonly limit?: number | undefined;
}

export interface JournalControl {
  /**
   * What was asked and answered, oldest first, and how many older entries were dropped.
   * @throws ControlError for a filter that cannot be, and 409 where the journal is off.
   */
  journal(query?: JournalQuery): { readonly entries: readonly JournalEntry[]; readonly dropped: number };
}

const queryBody = lazily(() => {
  const number = countFromZero().optional();
  const user = z.union([name(), countFromZero()], { error: 'the name of a user or the ID' }).optional();
  return bodySchema('a journal has no filter', {
    ...{ request: name().optional(), errorCode: number, since: number, after: number, user },
    ...{ gate: name().optional(), fault: number, limit: number },
  });
});

/** The journal of an account, where there is one. */
export function journalOf({ options }: Server, account: Account) {
  if (options.journal === 'off')
    throw new ControlError(409, 'the journal is off: start the fake with journal masked or full');
  return account.journal;
}

/** A name that no call has is found only if somebody has used it. */
function checkRequest(account: Account, request: string | undefined): void {
  if (request === undefined || request === 'bulk' || callNamed(request) !== undefined) return;
  const similar = similarCall(request);
  if (similar === undefined || account.journal.kept().some(({ entry }) => entry.request === request)) return;
  throw new ControlError(
    400,
    `there is no call ${JSON.stringify(request.slice(0, 64))}; did you mean ${similar}?`,
  );
}

/** A name comes first: a user may be called 12. */
function userIDOf(account: Account, user: string | number | undefined): number | undefined {
  if (user === undefined) return undefined;
  const found = account.users.named(String(user))?.userID;
  if (found !== undefined) return found;
  if (/^\d{1,15}$/.test(String(user))) return Number(user);
  throw new ControlError(400, 'user is not the name of a user of this account, nor an ID');
}

export function journalControl(server: Server, { toRead }: AccountAccess): JournalControl {
  return {
    journal(query = {}) {
      const { user, ...filter } = checkBody(queryBody(), query);
      const { gate, since, request } = filter;
      if (isInMilliseconds(since))
        throw new ControlError(400, 'since is in milliseconds; it needs Unix seconds');
      if (gate !== undefined && !gateNames.includes(gate))
        throw new ControlError(400, unknownName('there is no gate', gate, gateNames));
      const account = toRead();
      const journal = journalOf(server, account);
      checkRequest(account, request);
      return journal.read({ ...filter, userID: userIDOf(account, user) });
    },
  };
}

const numbers = ['errorCode', 'since', 'after', 'fault', 'limit'];

function queryOf(c: Context): JournalQuery {
  return Object.fromEntries(
    Object.entries(c.req.query()).map(([field, text]) => [
      field,
      numbers.includes(field)
        ? queryNumber(field, text, field === 'since' ? 'Unix seconds' : undefined)
        : text,
    ]),
  );
}

export function journalRoutes(accountOf: (c: Context) => JournalControl & ResetControl): Hono {
  return new Hono()
    .get('/', (c) => c.json(accountOf(c).journal(queryOf(c))))
    .delete('/', (c) => {
      accountOf(c).reset(['journal']);
      return c.body(null, 204);
    });
}
