import { type Context, Hono } from 'hono';

import type { Server } from '../server.ts';
import { version } from '../version.ts';
import type { AccountControl } from './account-control.ts';
import { bundleRoutes } from './bundle-control.ts';
import { changesRoutes } from './changes-control.ts';
import { chaosRoutes } from './chaos-control.ts';
import { clockRoutes } from './clock-control.ts';
import { configRoutes } from './config-control.ts';
import type { Control } from './control.ts';
import { ControlError } from './control-error.ts';
import { dataRoutes } from './data-control.ts';
import { descriptionRoutes } from './description-control.ts';
import { exportRoutes } from './export-control.ts';
import { faultRoutes } from './fault-control.ts';
import { forkRoutes } from './fork-control.ts';
import { guard } from './guard.ts';
import { importRoutes } from './import-control.ts';
import { journalRoutes } from './journal-control.ts';
import { liveRoutes } from './live-control.ts';
import { quotaRoutes } from './quota-control.ts';
import { reportRoutes } from './report-control.ts';
import { resetRoutes } from './reset-control.ts';
import { sessionRoutes } from './session-control.ts';
import { restoreRoutes, snapshotRoutes } from './snapshot-control.ts';
import { stockRoutes } from './stock-control.ts';
import { verifyRoutes } from './verify-control.ts';

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

/** The control API, below `/_mock`. Its requests cost no quota and stand in no journal. */
export function controlRoutes(server: Server, control: Control): Hono {
  const routes = new Hono();
  const { seed } = server.options;
  const dataset = server.shop.dataset;
  routes.get('/health', (c) => c.json({ status: 'ready', version, seed, dataset }));
  routes.use('*', guard(server.options, server.boundHost));
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
    c.json({ error: `no ${c.req.method} ${c.req.path.slice(0, 200)} in the control API` }, 404),
  );
  routes.onError((error, c) => {
    if (error instanceof ControlError) return c.json({ error: error.message }, error.status);
    throw error;
  });
  return routes;
}
