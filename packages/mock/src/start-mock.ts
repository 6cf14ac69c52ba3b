import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { createAdaptorServer } from '@hono/node-server';

import { type ConnectionTimeouts, connectionTimeouts } from './connection-timeouts.ts';
import type { Control } from './control/control.ts';
import { createMock, type Mock } from './create-mock.ts';
import { type MockOptions, OptionError } from './options.ts';
import { certificateHosts } from './tls/certificate-hosts.ts';
import { explainTlsFailure } from './tls/explain-tls-failure.ts';
import type { Certificate } from './tls/make-certificate.ts';

export interface StartOptions extends MockOptions {
  /** @default 0, a free port */
  readonly port?: number | undefined;
  /** @default '127.0.0.1' */
  readonly host?: string | undefined;
  /** Listens by HTTPS, with a certificate made at start for this machine and for `*.erply.com`. @default false */
  readonly tls?: boolean | undefined;
}

/** A fake Erply that listens on a port. */
export interface RunningMock extends Control, AsyncDisposable {
  /** `http://HOST:PORT`, or `https://…` with `tls`; the classic API is at `${url}/api/`. */
  readonly url: string;
  /** With the option `tls`: what clients have to trust. */
  readonly tls?: { readonly /** The authority that has signed the certificate, as PEM. */ ca: string };
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
  const { port = 0, host = '127.0.0.1', tls = false, ...rest } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new OptionError('needs a whole number from 0 to 65535', 'port');
  }
  if (typeof tls !== 'boolean') throw new OptionError('needs true or false', 'tls');
  const { app, clock, account, accounts } = createMock(rest, host);
  const certificate = tls ? await certificateFor(host, rest.publicUrl) : undefined;
  const server = serverOf(app, { ...process, certificate, onNote: rest.onNote });
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
    url: `${tls ? 'https' : 'http'}://${shownHost}:${bound.port}`,
    ...(certificate && { tls: { ca: certificate.ca } }),
    clock,
    account,
    accounts,
    close,
    [Symbol.asyncDispose]: close,
  };
}

interface ServerOptions {
  readonly ownsProcess: boolean;
  readonly timeouts?: ConnectionTimeouts;
  readonly certificate: Certificate | undefined;
  readonly onNote: MockOptions['onNote'];
}

function serverOf(app: Mock['app'], options: ServerOptions): ReturnType<typeof createAdaptorServer> {
  const { certificate, timeouts = connectionTimeouts } = options;
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: options.ownsProcess,
    ...(certificate && { createServer: createSecureServer }),
    serverOptions: {
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.requestMs,
      keepAliveTimeout: timeouts.keepAliveMs,
      connectionsCheckingInterval: timeouts.checkEveryMs,
      ...(certificate && { key: certificate.key, cert: certificate.cert }),
    },
  });
  if ('requestTimeout' in server) server.setTimeout(timeouts.silenceMs);
  server.on('tlsClientError', ({ code }: NodeJS.ErrnoException) => {
    const note = explainTlsFailure(code);
    if (note !== undefined) options.onNote?.(note);
  });
  return server;
}

/** Certificates are rarely wanted, and what makes them takes long to load. */
async function certificateFor(host: string, publicUrl: string | undefined): Promise<Certificate> {
  const { makeCertificate } = await import('./tls/make-certificate.ts');
  return makeCertificate({ hosts: certificateHosts(host, publicUrl), nowMs: Date.now() });
}
