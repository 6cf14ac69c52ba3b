import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { createAdaptorServer } from '@hono/node-server';

import { type ConnectionTimeouts, connectionTimeouts } from './connection-timeouts.ts';
import type { Control } from './control/control.ts';
import { assembleMock, type Mock } from './create-mock.ts';
import { type MockOptions, OptionError } from './options.ts';
import type { Server } from './server.ts';
import { keepState } from './state-file/kept-state.ts';
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
  /**
   * A file that keeps the changes of all accounts: they are there again at the next start. Written soon after a change, in
   * one step, and at the end. It is refused when it is damaged, or of another shop or version.
   */
  readonly state?: string | undefined;
}

/** A fake Erply that listens on a port. */
export interface RunningMock extends Control, AsyncDisposable {
  /** `http://HOST:PORT`, or `https://…` with `tls`; the classic API is at `${url}/api/`. */
  readonly url: string;
  /** With the option `tls`: what clients have to trust. */
  readonly tls?: { readonly /** The authority that has signed the certificate, as PEM. */ ca: string };
  /** Stops listening, ends open connections, and writes the state file if there is one. */
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
export async function listen(options: StartOptions, process: ServerProcess): Promise<RunningMock> {
  const { port = 0, host = '127.0.0.1', tls = false, state, ...rest } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new OptionError('needs a whole number from 0 to 65535', 'port');
  }
  if (typeof tls !== 'boolean') throw new OptionError('needs true or false', 'tls');
  const { mock, server: assembled } = assembleMock(rest, host);
  const { app, clock, account, accounts } = mock;
  const certificate = tls ? await certificateFor(host, rest.publicUrl) : undefined;
  const server = serverOf(app, { ...process, certificate, onNote: rest.onNote });
  const kept = await keptState(assembled, state);
  try {
    await begin(server, { port, host });
  } catch (error) {
    await kept?.[Symbol.asyncDispose]();
    throw error;
  }
  const bound = server.address() as AddressInfo;
  const close = async () => {
    await end(server);
    await kept?.[Symbol.asyncDispose]();
  };
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

/** A timer that does not keep the process from ending. */
function every(milliseconds: number, task: () => void): () => void {
  const timer = setInterval(task, milliseconds).unref();
  return () => clearInterval(timer);
}

async function keptState(server: Server, path: string | undefined): Promise<AsyncDisposable | undefined> {
  if (path === undefined) return undefined;
  if (typeof path !== 'string' || path === '') throw new OptionError('needs the name of a file', 'state');
  return await keepState(server, { path, every, onFailure: ({ message }) => server.options.onNote(message) });
}

type HttpServer = ReturnType<typeof createAdaptorServer>;

function begin(server: HttpServer, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function end(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Kept-alive connections would hold the server open for as long as their clients like.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

/** How a fake runs that may have the process to itself. */
interface ServerProcess {
  readonly ownsProcess: boolean;
  readonly timeouts?: ConnectionTimeouts;
}

interface ServerOptions extends ServerProcess {
  readonly certificate: Certificate | undefined;
  readonly onNote: MockOptions['onNote'];
}

function serverOf(app: Mock['app'], options: ServerOptions): HttpServer {
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
