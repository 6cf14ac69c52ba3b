import { type Context, Hono } from 'hono';

import type { Resettable } from '../account/account.ts';
import type { Server } from '../server.ts';
import type { Row } from '../store/row.ts';
import { version } from '../version.ts';
import { outlineOf } from '../wire/json-outline.ts';
import { readBody } from '../wire/read-body.ts';
import type { AccountControl } from './account-control.ts';
import type { ClockControl } from './clock-control.ts';
import type { Control } from './control.ts';
import { ControlError } from './control-error.ts';
import { guard } from './guard.ts';
import type { NewStockMovement } from './stock-control.ts';

type Body = Readonly<Record<string, unknown>>;

/** The largest body that the control API reads, how much it may hold, and how deep it may be nested. */
const maxBodyBytes = 16 * 1024 * 1024;
const maxValues = 100_000;
const maxDepth = 512;

async function textOf(c: Context): Promise<string> {
  const body = await readBody(c.req.raw, maxBodyBytes);
  if (body === 'tooLarge') throw new ControlError(413, `the body is larger than ${maxBodyBytes} bytes`);
  if (body === 'brokenOff') throw new ControlError(400, 'the body broke off');
  return body.text;
}

async function bodyOf(c: Context): Promise<Body> {
  const text = await textOf(c);
  if (text === '') return {};
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new ControlError(415, 'send the body as Content-Type: application/json');
  }
  const { values, depth } = outlineOf(text, maxValues);
  if (values > maxValues) throw new ControlError(413, `the body holds more than ${maxValues} values`);
  if (depth > maxDepth) throw new ControlError(400, `the body is nested deeper than ${maxDepth}`);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ControlError(400, 'the body is not JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ControlError(400, 'the body needs a JSON object');
  return body as Body;
}

function only(body: Body, names: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new ControlError(400, `"${unknown.slice(0, 64)}" is not known here, only ${names.join(', ')}`);
}

function clockRoutes(clockOf: (c: Context) => ClockControl): Hono {
  return new Hono()
    .get('/', (c) => c.json(clockOf(c).read()))
    .put('/', async (c) => {
      const body = await bodyOf(c);
      only(body, ['now', 'frozen']);
      const { now, frozen } = body;
      if (now !== undefined && typeof now !== 'number' && typeof now !== 'string')
        throw new ControlError(400, 'now needs Unix seconds or an ISO time');
      if (frozen !== undefined && typeof frozen !== 'boolean')
        throw new ControlError(400, 'frozen needs true or false');
      return c.json(clockOf(c).set({ now, frozen }));
    })
    .post('/advance', async (c) => {
      const body = await bodyOf(c);
      only(body, ['seconds', 'by']);
      const by = body.seconds ?? body.by;
      if (typeof by !== 'number' && typeof by !== 'string')
        throw new ControlError(400, 'give {"seconds": 90} or {"by": "1m30s"}');
      return c.json(clockOf(c).advance(by));
    });
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new ControlError(400, `${name} needs a whole number`);
  return Number(text);
}

function journalOf(account: AccountControl, c: Context) {
  const since = wholeNumber('since', c.req.query('since'));
  const limit = wholeNumber('limit', c.req.query('limit'));
  const errorCode = wholeNumber('errorCode', c.req.query('errorCode'));
  return account.journal({ request: c.req.query('request'), errorCode, since, limit });
}

const recordID = (c: Context) => wholeNumber('the record ID', c.req.param('id')) ?? 0;

function dataRoutes(accountOf: (c: Context) => AccountControl): Hono {
  const tableOf = (c: Context) => accountOf(c).data(c.req.param('table') ?? '');
  return new Hono()
    .get('/stockMovements', (c) => c.json(accountOf(c).stockMovements.list()))
    .post('/stockMovements', async (c) => {
      const movement = (await bodyOf(c)) as unknown as NewStockMovement;
      return c.json({ id: accountOf(c).stockMovements.insert(movement) }, 201);
    })
    .all('/stockMovements/*', () => {
      throw new ControlError(
        405,
        'movements are never changed or deleted: post one with the opposite amount',
      );
    })
    .get('/:table', (c) => c.json(tableOf(c).list()))
    .post('/:table', async (c) => c.json({ id: tableOf(c).insert((await bodyOf(c)) as Row) }, 201))
    .get('/:table/:id', (c) => c.json(tableOf(c).get(recordID(c))))
    .put('/:table/:id', async (c) => c.json(tableOf(c).update(recordID(c), (await bodyOf(c)) as Row)))
    .delete('/:table/:id', (c) => {
      tableOf(c).remove(recordID(c));
      return c.body(null, 204);
    });
}

function accountRoutes(accountOf: (c: Context) => AccountControl): Hono {
  return new Hono()
    .get('/', (c) => c.json(accountOf(c).describe()))
    .delete('/', (c) => {
      accountOf(c).forget();
      return c.body(null, 204);
    })
    .post('/reset', async (c) => {
      const body = await bodyOf(c);
      only(body, ['what']);
      if (body.what !== undefined && !Array.isArray(body.what))
        throw new ControlError(400, 'what needs a list, as ["data"]');
      accountOf(c).reset(body.what as readonly Resettable[] | undefined);
      return c.json(accountOf(c).describe());
    })
    .get('/config', (c) => c.json(accountOf(c).config()))
    .put('/config', async (c) => c.json(accountOf(c).setConfig(await bodyOf(c))))
    .get('/quota', (c) => c.json(accountOf(c).quota()))
    .put('/quota', async (c) => c.json(accountOf(c).setQuota(await bodyOf(c))))
    .post('/sessions/expire', (c) => c.json({ expired: accountOf(c).expireSessions() }))
    .get('/journal', (c) => c.json(journalOf(accountOf(c), c)))
    .delete('/journal', (c) => {
      accountOf(c).reset(['journal']);
      return c.body(null, 204);
    })
    .route(
      '/clock',
      clockRoutes((c) => accountOf(c).clock),
    )
    .route('/data', dataRoutes(accountOf));
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
