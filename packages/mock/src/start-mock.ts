import type { AddressInfo } from 'node:net';

import { createAdaptorServer } from '@hono/node-server';

import { type ConnectionTimeouts, connectionTimeouts } from './connection-timeouts.ts';
import type { Control } from './control/control.ts';
import { createMock } from './create-mock.ts';
import { fetchOf } from './fetch-of.ts';
import { type MockOptions, OptionError } from './options.ts';

export interface StartOptions extends MockOptions {
  /** @default 0, a free port */
  readonly port?: number | undefined;
  /** @default '127.0.0.1' */
  readonly host?: string | undefined;
}

/** A fake Erply that listens on a port. */
export interface RunningMock extends Control, AsyncDisposable {
  /** `http://HOST:PORT`; the classic API is at `${url}/api/`. */
  readonly url: string;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/**
 * Starts a fake Erply on a port.
 * @throws OptionError or SwitchError naming a wrong option; the system's error when it cannot listen (`EADDRINUSE`).
 * @example
 * await using erply = await startMock({ seed: 1 });
 * await fetch(`${erply.url}/api/`, { method: 'POST', body: new URLSearchParams({ clientCode: '1', request: 'getWarehouses' }) });
 */
export function startMock(options: StartOptions = {}): Promise<RunningMock> {
  return listen(options, { ownsProcess: false });
}

/**
 * Starts a fake that may have the process to itself: then the faster Request and Response of the HTTP adapter
 * replace the global ones, which would be bad manners in a test.
 */
export async function listen(
  options: StartOptions,
  process: { readonly ownsProcess: boolean; readonly timeouts?: ConnectionTimeouts },
): Promise<RunningMock> {
  const { port = 0, host = '127.0.0.1', ...rest } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new OptionError('needs a whole number from 0 to 65535', 'port');
  }
  const { app, clock, account, accounts } = createMock(rest, host);
  const timeouts = process.timeouts ?? connectionTimeouts;
  const server = createAdaptorServer({
    fetch: fetchOf(app),
    overrideGlobalObjects: process.ownsProcess,
    serverOptions: {
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.requestMs,
      keepAliveTimeout: timeouts.keepAliveMs,
      connectionsCheckingInterval: timeouts.checkEveryMs,
    },
  });
  if ('requestTimeout' in server) server.setTimeout(timeouts.silenceMs);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      // Kept-alive connections would hold the server open for as long as their clients like.
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shownHost}:${bound.port}`,
    clock,
    account,
    accounts,
    close,
    [Symbol.asyncDispose]: close,
  };
}
