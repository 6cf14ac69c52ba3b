import { type Context, Hono } from 'hono';

import { isInMilliseconds } from '@erply-kit/schemas';

import type { JournalEntry, JournalFilter } from '../account/journal.ts';
import type { AccountAccess } from './account-access.ts';
import { ControlError } from './control-error.ts';
import { queryNumber } from './query-number.ts';
import type { ResetControl } from './reset-control.ts';

export interface JournalControl {
  journal(filter?: JournalFilter): { readonly entries: readonly JournalEntry[]; readonly dropped: number };
}

export function journalControl({ toRead }: AccountAccess): JournalControl {
  return {
    journal(filter) {
      if (isInMilliseconds(filter?.since))
        throw new ControlError(400, 'since is in milliseconds; it needs Unix seconds');
      return toRead().journal.read(filter);
    },
  };
}

function filterOf(c: Context): JournalFilter {
  const number = (name: string) => queryNumber(name, c.req.query(name));
  return {
    request: c.req.query('request'),
    since: number('since'),
    limit: number('limit'),
    errorCode: number('errorCode'),
  };
}

export function journalRoutes(accountOf: (c: Context) => JournalControl & ResetControl): Hono {
  return new Hono()
    .get('/', (c) => c.json(accountOf(c).journal(filterOf(c))))
    .delete('/', (c) => {
      accountOf(c).reset(['journal']);
      return c.body(null, 204);
    });
}
