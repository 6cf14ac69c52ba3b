import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import { type Resettable, resettable } from '../../account/account.ts';
import type { Server } from '../../server.ts';
import type { AccountAccess } from '../account-access.ts';
import { bodySchema, checkBody } from '../check-body.ts';
import type { DescriptionControl } from '../description-control.ts';
import { jsonBody } from '../json-body.ts';

export interface ResetControl {
  /** Puts parts back as they were at the start; all of them when none is named. */
  reset(what?: readonly Resettable[]): void;
}

const resetBody = lazily(() =>
  bodySchema('a reset has no', {
    what: z
      .array(z.enum(resettable, { error: `one of ${resettable.join(', ')}` }), {
        error: 'a list, as ["data"]',
      })
      .min(1, { error: `one of ${resettable.join(', ')}` })
      .optional(),
  }),
);

export function resetControl({ accounts }: Server, { toRead }: AccountAccess): ResetControl {
  return {
    reset(what) {
      const parts = checkBody(resetBody(), { what }).what ?? resettable;
      const account = toRead();
      account.reset(parts);
      accounts.count(account);
    },
  };
}

export function resetRoutes(accountOf: (c: Context) => ResetControl & DescriptionControl): Hono {
  return new Hono().post('/', async (c) => {
    const { what } = checkBody(resetBody(), await jsonBody(c));
    const account = accountOf(c);
    account.reset(what);
    return c.json(account.describe());
  });
}
