import type { AddressInfo } from 'node:net';

import { UsageError } from '../usage-error.ts';
import type { ListenAddress } from './listen-address.ts';

/** A server that listens. */
export interface RunningServer extends AsyncDisposable {
  /** `http://HOST:PORT` */
  readonly url: string;
}

interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** Connections that are half open would be kept for ever. */
const limits = {
  headersTimeout: 30_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5000,
};
/** Without a byte either way. */
const silenceMs = 120_000;

/**
 * Puts an app of Hono's on a port. Ending it ends the connections that are open.
 *
 * @throws UsageError when the address cannot be listened on.
 */
export async function startServer(app: App, { host, port }: ListenAddress): Promise<RunningServer> {
  // Programs that do not listen need not load it.
  const { createAdaptorServer } = await import('@hono/node-server');
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: limits,
  });
  if ('requestTimeout' in server) server.setTimeout(silenceMs);
  await new Promise<void>((listening, failed) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      failed(new UsageError(problemOf(code, { host, port }))),
    );
    server.listen(port, host, listening);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    [Symbol.asyncDispose]: () =>
      new Promise((ended) => {
        server.close(() => ended());
        // Kept-alive connections would hold the server open for as long as their readers like.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function problemOf(code: string | undefined, { host, port }: ListenAddress): string {
  const address = `${host}:${port}`;
  if (code === 'EADDRINUSE') return `another program listens on ${address}; name another port`;
  if (code === 'EACCES') return `the port of ${address} is not allowed here; name one from 1024 on`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${address} is not an address of this machine`;
  return `${address} cannot be listened on (${code ?? 'unknown reason'})`;
}
