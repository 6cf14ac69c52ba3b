import { type Context, Hono } from 'hono';

import type { Server } from '../server.ts';
import { version } from '../version.ts';
import type { AccountControl } from './account-control.ts';
import { clockRoutes } from './clock-control.ts';
import { configRoutes } from './config-control.ts';
import type { Control } from './control.ts';
import { ControlError } from './control-error.ts';
import { dataRoutes } from './data/data-control.ts';
import { exportRoutes } from './data/export-control.ts';
import { importRoutes } from './data/import-control.ts';
import { liveRoutes } from './data/live-control.ts';
import { stockRoutes } from './data/stock-control.ts';
import { descriptionRoutes } from './description-control.ts';
import { chaosRoutes } from './faults/chaos-control.ts';
import { faultRoutes } from './faults/fault-control.ts';
import { guard } from './guard.ts';
import { bundleRoutes } from './journal/bundle-control.ts';
import { journalRoutes } from './journal/journal-control.ts';
import { reportRoutes } from './journal/report-control.ts';
import { verifyRoutes } from './journal/verify-control.ts';
import { knownRoutes } from './known-routes.ts';
import { quotaRoutes } from './quota-control.ts';
import { refuseQuery } from './refuse-query.ts';
import { sessionRoutes } from './session-control.ts';
import { changesRoutes } from './states/changes-control.ts';
import { forkRoutes } from './states/fork-control.ts';
import { resetRoutes } from './states/reset-control.ts';
import { restoreRoutes, snapshotRoutes } from './states/snapshot-control.ts';

function accountRoutes(accountOf: (c: Context) => AccountControl): Hono {
  return (
    new Hono()
      .route('/', descriptionRoutes(accountOf))
      .route('/reset', resetRoutes(accountOf))
      .route('/fork', forkRoutes(accountOf))
      .route('/snapshots', snapshotRoutes(accountOf))
      .route('/restore', restoreRoutes(accountOf))
      .route('/changes', changesRoutes(accountOf))
      .route('/bundle', bundleRoutes(accountOf))
      .route('/config', configRoutes(accountOf))
      .route('/quota', quotaRoutes(accountOf))
      .route('/sessions', sessionRoutes(accountOf))
      .route('/faults', faultRoutes(accountOf))
      .route('/chaos', chaosRoutes(accountOf))
      .route('/journal', journalRoutes(accountOf))
      .route('/verify', verifyRoutes(accountOf))
      .route('/report', reportRoutes(accountOf))
      .route(
        '/clock',
        clockRoutes(
          (c) => accountOf(c).clock,
          (c, by) => accountOf(c).clock.advance(by, { live: true }),
        ),
      )
      // Before the tables, whose names may be anything.
      .route(
        '/data/stockMovements',
        stockRoutes((c) => accountOf(c).stockMovements),
      )
      .route('/data', importRoutes(accountOf))
      .route('/data', dataRoutes(accountOf))
      .route('/export', exportRoutes(accountOf))
      .route('/live', liveRoutes(accountOf))
  );
}

const pathOf = (c: Context) => c.req.path.replace(/^\/_mock/, '');

/** The control API, below `/_mock`. Its requests cost no quota and stand in no journal. */
export function controlRoutes(server: Server, control: Control): Hono {
  const routes = new Hono();
  const { seed } = server.options;
  const dataset = server.shop.dataset;
  routes.get('/health', (c) => c.json({ status: 'ready', version, seed, dataset }));
  routes.use('*', guard(server.options, server.boundHost));
  routes.use('*', async (c, next) => {
    const path = pathOf(c);
    // A path that does not exist has a better answer.
    if (known.has(c.req.method, path)) refuseQuery(c, path);
    await next();
  });
  routes.route(
    '/clock',
    clockRoutes(() => control.clock),
  );
  routes.get('/accounts', (c) => c.json(control.accounts().map((code) => control.account(code).describe())));
  routes.route(
    '/accounts/:code',
    accountRoutes((c) => control.account(c.req.param('code') ?? '')),
  );
  routes.all('*', (c) =>
    c.json(
      {
        error: `no ${c.req.method} ${c.req.path.slice(0, 200)} in the control API${known.hint(pathOf(c))}`,
      },
      404,
    ),
  );
  const known = knownRoutes(routes);
  routes.onError((error, c) => {
    if (error instanceof ControlError) return c.json({ error: error.message }, error.status);
    throw error;
  });
  return routes;
}
