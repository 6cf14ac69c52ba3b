import type { AddressInfo } from 'node:net';

import { createAdaptorServer } from '@hono/node-server';

import { type ConnectionTimeouts, connectionTimeouts } from './connection-timeouts.ts';
import type { Control } from './control/control.ts';
import { assembleMock, type Mock } from './create-mock.ts';
import { type MockOptions, OptionError } from './options.ts';
import { keepState } from './state-file/kept-state.ts';

export interface StartOptions extends MockOptions {
  /** @default 0, a free port */
  readonly port?: number | undefined;
  /** @default '127.0.0.1' */
  readonly host?: string | undefined;
  /**
   * A file that keeps the changes of all accounts: they are there again at the next start. Written soon after a change, in
   * one step, and at the end. It is refused when it is damaged, or of another shop or version.
   */
  readonly state?: string | undefined;
}

/** A fake Erply that listens on a port. */
export interface RunningMock extends Control, AsyncDisposable {
  /** `http://HOST:PORT`; the classic API is at `${url}/api/`. */
  readonly url: string;
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

/** A timer that does not keep the process from ending. */
function every(milliseconds: number, task: () => void): () => void {
  const timer = setInterval(task, milliseconds).unref();
  return () => clearInterval(timer);
}

/** How a server runs that may have the process to itself. */
interface ServerProcess {
  readonly ownsProcess: boolean;
  readonly timeouts?: ConnectionTimeouts;
  /** Is told what goes wrong while nobody waits for it. */
  readonly onFailure?: (error: Error) => void;
}

function createServer(fetch: Mock['app']['fetch'], process: ServerProcess) {
  const timeouts = process.timeouts ?? connectionTimeouts;
  const server = createAdaptorServer({
    fetch,
    overrideGlobalObjects: process.ownsProcess,
    serverOptions: {
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.requestMs,
      keepAliveTimeout: timeouts.keepAliveMs,
      connectionsCheckingInterval: timeouts.checkEveryMs,
    },
  });
  if ('requestTimeout' in server) server.setTimeout(timeouts.silenceMs);
  return server;
}

/**
 * Starts a fake that may have the process to itself: then the faster Request and Response of the HTTP adapter
 * replace the global ones, which would be bad manners in a test.
 */
export async function listen(options: StartOptions, process: ServerProcess): Promise<RunningMock> {
  const { port = 0, host = '127.0.0.1', state: statePath, ...rest } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new OptionError('needs a whole number from 0 to 65535', 'port');
  }
  const { mock, server: assembled } = assembleMock(rest, host);
  const { app, clock, account, accounts } = mock;
  const onFailure = process.onFailure ?? (({ message }) => assembled.options.onNote(message));
  const keep = { every, onFailure };
  const state =
    statePath === undefined ? undefined : await keepState(assembled, { path: statePath, ...keep });
  const server = createServer(app.fetch, process);
  const listening = new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  await listening.catch(async (error: unknown) => {
    await state?.[Symbol.asyncDispose]();
    throw error;
  });
  const bound = server.address() as AddressInfo;
  const close = async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      // Kept-alive connections would hold the server open for as long as their clients like.
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
    await state?.[Symbol.asyncDispose]();
  };
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
