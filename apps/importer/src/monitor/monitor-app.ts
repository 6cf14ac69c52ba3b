import { createHash } from 'node:crypto';

import { Hono } from 'hono';

import { type Access, refuseAccess } from '@erply-kit/command-line/server';

import type { WatchReading } from '../watch/watch-state.ts';
import { isAllFresh, judgeFreshness } from './freshness.ts';
import { metricsText } from './metrics-text.ts';
import { pageStyle } from './page-style.ts';
import { statusPage } from './status-page.ts';

export interface MonitorOptions {
  readonly access: Access;
  readonly clientCode: string;
  readonly version: string;
  /** How old a watermark may be. */
  readonly maxAgeMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  read(): WatchReading;
}

const styleHash = createHash('sha256').update(pageStyle).digest('base64');

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * What `watch --listen` serves, from memory: nobody who asks makes work for the database or for Erply. `/healthz` says to
 * everybody whether the copy is fresh, and how far each lane is only to those who may read.
 */
export function createMonitorApp(options: MonitorOptions): Hono {
  const { access, clientCode, version, maxAgeMs, now, read } = options;
  const freshnessOf = (reading: WatchReading) => judgeFreshness(reading.lanes, { now: now(), maxAgeMs });
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
  app.get('/healthz', (c) => {
    const reading = read();
    const lanes = freshnessOf(reading);
    const isFresh = isAllFresh(lanes);
    const mayRead = refuseAccess((name) => c.req.header(name), access) === undefined;
    const { activity, lastRun } = reading;
    const details = { maxAgeSeconds: maxAgeMs / 1000, lanes, activity, ...(lastRun && { lastRun }) };
    return c.json({ status: isFresh ? 'fresh' : 'stale', ...(mayRead && details) }, isFresh ? 200 : 503);
  });
  app.use(async (c, next) => {
    const refusal = refuseAccess((name) => c.req.header(name), access);
    if (!refusal) return next();
    for (const [name, value] of Object.entries(refusal.headers)) c.header(name, value);
    return c.text(`${refusal.message}\n`, refusal.status);
  });
  app.get('/metrics', (c) => {
    const reading = read();
    const text = metricsText({ clientCode, version, reading, freshness: freshnessOf(reading) });
    return c.body(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  app.get('/', (c) => {
    const reading = read();
    return c.html(statusPage({ clientCode, reading, freshness: freshnessOf(reading), now: now() }));
  });
  app.notFound((c) => c.text('there is /, /healthz and /metrics\n', 404));
  return app;
}
