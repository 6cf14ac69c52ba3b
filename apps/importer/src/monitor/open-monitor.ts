import manifest from '../../package.json' with { type: 'json' };
import type { CommandIO } from '../command-io.ts';
import type { GivenWatch } from '../options/watch-options.ts';
import type { EventLog } from '../watch/event-log.ts';
import type { WatchState } from '../watch/watch-state.ts';

interface Monitored {
  readonly given: GivenWatch;
  readonly io: CommandIO;
  readonly state: WatchState;
  readonly log: EventLog;
  readonly clientCode: string;
}

/**
 * Serves `/`, `/healthz` and `/metrics` where `--listen` asks for it.
 * @throws UsageError when it may not be open there, or the address is not free.
 */
export async function openMonitor({
  given,
  io,
  state,
  log,
  clientCode,
}: Monitored): Promise<AsyncDisposable | undefined> {
  const { listen, tokenFile, isPublic, allowHosts, maxAgeMs } = given;
  if (!listen) return undefined;
  const { environment, cwd, now } = io;
  // A watch that nobody looks at need not load a server.
  const { readListenToken, requireAccess, startServer } = await import('@erply-kit/command-line/server');
  const { createMonitorApp } = await import('./monitor-app.ts');
  const token = readListenToken({ file: tokenFile, variables: environment.variables, cwd });
  const access = { host: listen.host, isPublic, allowHosts, ...(token !== undefined && { token }) };
  requireAccess(access);
  const { version } = manifest;
  const app = createMonitorApp({ access, clientCode, version, maxAgeMs, now, read: state.read });
  const server = await startServer(app, listen);
  const message = `status page at ${server.url}/, also /healthz and /metrics`;
  log({ level: 'info', event: 'listening', message, facts: { address: server.url } });
  return server;
}
