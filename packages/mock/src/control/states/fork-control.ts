import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import { isClientCode } from '../../account/accounts.ts';
import type { Server } from '../../server.ts';
import { type AccountAccess, accountAccess, codeForm } from '../account-access.ts';
import { bodySchema, checkBody } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { jsonBody } from '../json-body.ts';

export interface ForkControl {
  /**
   * Makes another account that is as this one is now: records, users, sessions (the keys are good in both), quota, clock,
   * setup. Its journal is empty and it has no snapshots.
   * @throws ControlError 409 when the other account has changes of its own.
   */
  fork(to: string): void;
}

const forkBody = lazily(() => {
  const error = `a client code of ${codeForm}`;
  return bodySchema('a fork has no', { to: z.string({ error }).refine(isClientCode, { error }) });
});

export function forkControl(server: Server, { toRead }: AccountAccess): ForkControl {
  return {
    fork(to) {
      const checked = checkBody(forkBody(), { to });
      const source = toRead();
      const target = accountAccess(server, checked.to);
      if (target.toRead() === source) throw new ControlError(400, 'to needs another client code');
      if (target.toRead().isChanged) {
        const fix = `DELETE /_mock/accounts/${checked.to} first`;
        throw new ControlError(409, `account ${checked.to} has changes of its own: ${fix}`);
      }
      const saved = source.save();
      const account = target.toAdd();
      // Its own random numbers: its report files must not get the names of the other one's.
      account.load({ ...saved, streams: new Map() });
      server.accounts.count(account);
    },
  };
}

export function forkRoutes(accountOf: (c: Context) => ForkControl): Hono {
  return new Hono().post('/', async (c) => {
    const { to } = checkBody(forkBody(), await jsonBody(c));
    accountOf(c).fork(to);
    return c.json({ clientCode: to }, 201);
  });
}
