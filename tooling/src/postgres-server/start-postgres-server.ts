import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const keeper = join(import.meta.dirname, 'keep-postgres.ts');

type Handle = Partial<Record<'ref' | 'unref', () => void>>;

/** A PostgreSQL server of this process. */
export interface PostgresServer extends AsyncDisposable {
  readonly port: number;
  readonly password: string;
  /** Address of a database of it, for its superuser. @default database 'postgres' */
  url(database?: string): string;
  /** Ends it, connections and all, until it is started again. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/**
 * Starts a real PostgreSQL server on 127.0.0.1, in the temporary folder; takes about a second. It ends with this process,
 * however that ends. `settings` are those of postgresql.conf, such as `max_connections=5`.
 */
export async function startPostgresServer(settings: readonly string[] = []): Promise<PostgresServer> {
  const [port, password] = [await freePort(), randomUUID()];
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'erply-kit-postgres-')));
  const child = spawn(process.execPath, [keeper, folder, String(port), password, ...settings], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => log.push(text));
  child.stdin.on('error', () => {});
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const ended = new Promise((resolve) => child.on('close', resolve));
  const next = async () => {
    const { done } = await lines.next();
    if (done) throw new Error(`PostgreSQL did not start: ${log.join('').slice(-2000)}`);
  };
  await next();
  // What is left open at the end of the process ends with it, and does not keep it from ending.
  const hold = (verb: 'ref' | 'unref') => {
    for (const part of [child, child.stdin, child.stdout, child.stderr]) (part as Handle)[verb]?.();
  };
  hold('unref');
  const obey = async (order: string) => {
    hold('ref');
    child.stdin.write(`${order}\n`);
    await next();
    hold('unref');
  };
  return {
    port,
    password,
    url: (database = 'postgres') => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: () => obey('stop'),
    start: () => obey('start'),
    async [Symbol.asyncDispose]() {
      hold('ref');
      child.stdin.end();
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => resolve(port));
    });
  });
}
