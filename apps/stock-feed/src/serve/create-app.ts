import { type Context, Hono } from 'hono';

import { type Access, refuseAccess } from '@erply-kit/command-line/server';

import { type FormatName, formats } from '../formats/formats.ts';
import { chooseEncoding } from './accept-encoding.ts';
import { entityTag, isKnown } from './entity-tag.ts';
import type { EventStreams } from './event-streams.ts';
import type { Freshness } from './freshness.ts';
import { mediaTypeOf } from './media-types.ts';
import { QueryError, readQuery } from './read-query.ts';
import type { ServedFeed } from './served-feed.ts';
import { statusPage } from './status-page.ts';

export interface AppOptions {
  readonly access: Access;
  readonly feed: ServedFeed;
  readonly events: EventStreams;
  readonly freshness: Freshness;
  /** When readers that came too early, or are too many, are to come back. */
  readonly retryAfterSeconds: number;
}

/** What @hono/node-server hands over beside the request; absent when the app is called in process. */
interface Bindings {
  readonly outgoing?: { destroy(): unknown };
}

type AppContext = Context<{ Bindings: Bindings }>;

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
};

export type FeedApp = Hono<{ Bindings: Bindings }>;

/** Everything that is served. All of it only reads. */
export function createApp(options: AppOptions): FeedApp {
  const app = new Hono<{ Bindings: Bindings }>();
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      c.header('allow', 'GET, HEAD');
      return c.json({ error: 'this feed can only be read: GET or HEAD' }, 405);
    }
    // A monitor needs no more than whether the feed is fresh.
    const refusal =
      c.req.path === '/healthz' ? undefined : refuseAccess((name) => c.req.header(name), options.access);
    if (!refusal) return await next();
    for (const [name, value] of Object.entries(refusal.headers)) c.header(name, value);
    return c.json({ error: refusal.message }, refusal.status);
  });
  app.get('/', (c) => page(c, options));
  app.get('/healthz', (c) => health(c, options));
  app.get('/manifest.json', (c) => manifest(c, options));
  app.get('/events', (c) => listen(c, options));
  for (const format of options.feed.formats)
    app.get(`/${formats[format].fileName}`, (c) => stock(c, format, options));
  app.notFound((c) => c.json({ error: 'there is nothing here: see /' }, 404));
  app.onError((error, c) => {
    if (error instanceof QueryError) return c.json({ error: error.message }, error.status);
    return c.json({ error: 'unexpected failure' }, 500);
  });
  return app;
}

const queryOf = (c: AppContext, ...allowed: string[]) => readQuery(new URL(c.req.url).searchParams, allowed);

function page(c: AppContext, { feed, events, freshness }: AppOptions): Response {
  queryOf(c);
  c.header('cache-control', 'no-store');
  const { store } = feed;
  return c.html(
    statusPage({
      fileNames: feed.formats.map((format) => formats[format].fileName),
      ...{ snapshot: store.current(), checkedAt: store.checkedAt() },
      ...{ freshness: freshness.read(), listeners: events.clients },
    }),
  );
}

function health(c: AppContext, { freshness, retryAfterSeconds }: AppOptions): Response {
  queryOf(c);
  const state = freshness.read();
  c.header('cache-control', 'no-store');
  if (state.status !== 'fresh') c.header('retry-after', String(retryAfterSeconds));
  return c.json(state, state.status === 'fresh' ? 200 : 503);
}

function manifest(c: AppContext, options: AppOptions): Response {
  queryOf(c);
  const { store, policy } = options.feed;
  const snapshot = store.current();
  if (!snapshot) return notYet(c, options);
  c.header('cache-control', cacheControl(options));
  return c.json({
    generatedAt: snapshot.generatedAt,
    checkedAt: store.checkedAt(),
    watermark: snapshot.sequence,
    rows: snapshot.size,
    policy,
    warehouses: snapshot.warehouses,
    files: options.feed.formats.map((format) => ({
      ...{ format, path: formats[format].fileName, mediaType: mediaTypeOf(format) },
    })),
  });
}

async function stock(c: AppContext, format: FormatName, options: AppOptions): Promise<Response> {
  const made = options.feed.body(format, queryOf(c, 'changedSince', 'warehouse', 'group'));
  if (!made) return notYet(c, options);
  const { snapshot, body } = await made;
  const encoding = chooseEncoding(c.req.header('accept-encoding'));
  if (encoding === undefined)
    throw new QueryError(406, 'the feed can be had as br, gzip or identity: see Accept-Encoding');
  const tag = entityTag(body.hash, encoding);
  c.header('etag', tag);
  c.header('last-modified', new Date(snapshot.generatedAt).toUTCString());
  c.header('cache-control', cacheControl(options));
  c.header('vary', 'Accept-Encoding');
  c.header('feed-watermark', String(snapshot.sequence));
  if (isKnown(tag, c.req.header('if-none-match'))) return c.body(null, 304);
  const bytes = await body.encoded(encoding);
  c.header('content-type', mediaTypeOf(format));
  c.header('content-length', String(bytes.length));
  if (encoding !== 'identity') c.header('content-encoding', encoding);
  return c.body(bytes);
}

function listen(c: AppContext, options: AppOptions): Response {
  const { feed, events } = options;
  const { changedSince } = queryOf(c, 'changedSince');
  const current = feed.store.current();
  if (!current) return notYet(c, options);
  c.header('content-type', 'text/event-stream');
  c.header('cache-control', 'no-store');
  // Nginx would keep events back.
  c.header('x-accel-buffering', 'no');
  if (c.req.method === 'HEAD') return c.body(null);
  const stream = events.open({
    from: startOf(c.req.header('last-event-id'), changedSince ?? current.sequence, feed),
    cutOff: () => c.env?.outgoing?.destroy(),
  });
  if (!stream) {
    c.header('retry-after', String(options.retryAfterSeconds));
    return c.json({ error: 'too many listen already' }, 503);
  }
  return c.body(stream);
}

/** A browser sends the ID of the last event when it comes back. `undefined` when nobody can say what it has missed. */
function startOf(lastEventID: string | undefined, otherwise: number, feed: ServedFeed): number | undefined {
  const from = lastEventID === undefined || lastEventID === '' ? otherwise : Number(lastEventID);
  try {
    return feed.resolve(Number.isSafeInteger(from) ? from : 0);
  } catch {
    return undefined;
  }
}

/** Asked again each time: a feed that is minutes old sells what is not there. */
const cacheControl = ({ access }: AppOptions) =>
  access.token === undefined ? 'no-cache' : 'private, no-cache';

function notYet(c: AppContext, { retryAfterSeconds }: AppOptions): Response {
  c.header('retry-after', String(retryAfterSeconds));
  c.header('cache-control', 'no-store');
  return c.json({ error: 'the first read is under way' }, 503);
}
