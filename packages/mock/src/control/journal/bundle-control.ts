import { type Context, Hono } from 'hono';

import { type Bundle, makeBundle } from '../../repro/bundle.ts';
import type { Server } from '../../server.ts';
import type { AccountAccess } from '../account-access.ts';
import { journalOf } from './journal-control.ts';

export interface BundleControl {
  /**
   * What it takes to ask again what the account was asked: `erply-mock --replay FILE`, or `replay(bundle)`. Inputs that the
   * journal masks are not in it, records that were changed are.
   * @throws ControlError 409 where the journal is off.
   */
  bundle(): Bundle;
}

export function bundleControl(server: Server, { toRead }: AccountAccess): BundleControl {
  return {
    bundle() {
      const account = toRead();
      journalOf(server, account);
      return makeBundle(server, account);
    },
  };
}

export function bundleRoutes(accountOf: (c: Context) => BundleControl): Hono {
  return new Hono().get('/', (c) => c.json(accountOf(c).bundle()));
}
