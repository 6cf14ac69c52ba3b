import type { Access } from '@erply-kit/command-line/server';

import type { FeedPolicy } from '../feed-policy.ts';
import { keepFresh, type Sleep } from '../keep-fresh.ts';
import type { LiveFeed } from '../live-feed.ts';
import { createApp } from './create-app.ts';
import { createEventStreams } from './event-streams.ts';
import { createFreshness } from './freshness.ts';
import { createServedFeed } from './served-feed.ts';
import { startServer } from './start-server.ts';

/** How much a server holds for its readers. */
export interface ServeLimits {
  readonly connections: number;
  /** Readers of events at once. */
  readonly listeners: number;
  /** What waits for a reader of events who does not keep up. */
  readonly bufferedBytes: number;
  /** Bodies that are kept, compressed ones included. */
  readonly cacheBytes: number;
  /** How long answers that are under way may take when the server ends. */
  readonly graceMs: number;
}

export const serveLimits: ServeLimits = {
  connections: 1000,
  listeners: 200,
  bufferedBytes: 1024 * 1024,
  cacheBytes: 256 * 1024 * 1024,
  graceMs: 10_000,
};

export interface ServeFeedOptions {
  readonly feed: LiveFeed;
  readonly policy: FeedPolicy;
  readonly access: Access;
  readonly port: number;
  /** From the beginning of one read to that of the next. */
  readonly everyMs: number;
  /** Above it the feed is stale. */
  readonly maxAgeMs: number;
  readonly limits: ServeLimits;
  /** Takes the address as soon as it is listened on, which is before the first read. */
  readonly onListening: (url: string) => void;
  /** Takes a line for an operator. */
  readonly note: (line: string) => void;
  /** This machine's clock in milliseconds. */
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Calls again and again until its result is called. */
  readonly every: (milliseconds: number, task: () => void) => () => void;
  readonly signal: AbortSignal;
}

/** Serves a feed and keeps it fresh, until the signal comes. */
export async function serveFeed(options: ServeFeedOptions): Promise<void> {
  const { feed, limits, now } = options;
  const { store } = feed;
  const freshness = createFreshness(options.maxAgeMs, now);
  using served = createServedFeed({ ...options, store, cacheBytes: limits.cacheBytes });
  const events = createEventStreams({
    store,
    mostClients: limits.listeners,
    mostBufferedBytes: limits.bufferedBytes,
  });
  const retryAfterSeconds = Math.min(60, Math.ceil(options.everyMs / 1000));
  const app = createApp({ access: options.access, feed: served, events, freshness, retryAfterSeconds });
  const server = await startServer(app, {
    ...{ host: options.access.host, port: options.port, events },
    ...{ mostConnections: limits.connections, every: options.every, graceMs: limits.graceMs },
  });
  options.onListening(server.url);
  try {
    await keepFresh({
      ...options,
      async refresh() {
        const startedAtMs = now();
        await feed.refresh();
        freshness.confirm(startedAtMs);
      },
    });
  } finally {
    await server.close();
  }
}
