import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createAdaptorServer } from '@hono/node-server';

import { FeedError } from '../feed-error.ts';
import type { FeedApp } from './create-app.ts';
import type { EventStreams } from './event-streams.ts';

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly mostConnections: number;
  readonly events: EventStreams;
  /** Calls again and again until its result is called. */
  readonly every: (milliseconds: number, task: () => void) => () => void;
  /** How long answers that are under way may take when the server ends. */
  readonly graceMs: number;
}

export interface RunningServer {
  /** `http://HOST:PORT` */
  readonly url: string;
  /** Takes no more requests, ends event streams, and lets other answers end within the grace. */
  close(): Promise<void>;
}

/** Proxies and browsers end a connection that is silent for a minute or two. */
const heartbeatMs = 15_000;

const sweepMs = 50;

/** Puts the feed on a port. Throws `FeedError` when it cannot listen there. */
export async function startServer(app: FeedApp, options: ServerOptions): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: 30_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 75_000,
      connectionsCheckingInterval: 5000,
      maxHeaderSize: 16 * 1024,
    },
  }) as Server;
  server.maxConnections = options.mostConnections;
  // Without a byte either way: a reader of a body that has stopped reading.
  server.setTimeout(120_000);
  await begin(server, options);
  const stopBeating = options.every(heartbeatMs, options.events.beat);
  const { port } = server.address() as AddressInfo;
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${name}:${port}`,
    async close() {
      stopBeating();
      const closed = once(server, 'close');
      server.close();
      options.events.close();
      // Node ends those that are idle now, and not those that become so.
      const stopSweeping = options.every(sweepMs, () => server.closeIdleConnections());
      const stopWaiting = options.every(options.graceMs, () => server.closeAllConnections());
      await closed;
      stopSweeping();
      stopWaiting();
    },
  };
}

async function begin(server: Server, { host, port }: ServerOptions): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new FeedError(`cannot listen on ${host} port ${port}: ${reasons[code ?? ''] ?? code}`, {
      cause: error,
    });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program does already',
  EACCES: 'permission denied',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host',
};
