// Runs a PostgreSQL server as long as its stdin is open, and removes all of it then: FOLDER PORT. Whoever starts it may end
// in any way. When the server answers, it prints a line.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { copyPostgres } from './postgres-files.ts';

const [folder = '', port = '', password = '', ...settings] = process.argv.slice(2);
const data = join(folder, 'data');
const program = (name: string) => join(folder, 'native', 'bin', name);

/** PostgreSQL refuses to run as root. Every system has this user, so none has to be made. */
const user = process.getuid?.() === 0 ? idsOf('nobody') : undefined;

function idsOf(name: string): { readonly uid: number; readonly gid: number } {
  const [uid, gid] = ['-u', '-g'].map((option) =>
    Number(execFileSync('id', [option, name], { encoding: 'utf8' })),
  );
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

function give(path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}

const options = { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, ...user };

function initialise(): void {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  mkdirSync(data, { mode: 0o700 });
  for (const path of [folder, data, passwordFile]) give(path);
  const args = [
    '--pgdata',
    data,
    '--username',
    'postgres',
    '--pwfile',
    passwordFile,
    '--auth',
    'scram-sha-256',
  ];
  const plain = ['--encoding', 'UTF8', '--locale', 'C', '--no-sync', '--no-instructions'];
  const { status, stderr, error } = spawnSync(program('initdb'), [...args, ...plain], {
    ...options,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`initdb: ${error?.message ?? stderr}`);
}

/** Fast at the price of what a test does not need: to outlive the machine. */
const quick = {
  listen_addresses: '127.0.0.1',
  ...{ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' },
  ...{ max_connections: '60', shared_buffers: '64MB', max_wal_size: '1GB' },
  // Containers have little of the other kind.
  dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'mmap',
  unix_socket_directories: '',
  logging_collector: 'off',
};

function start(): ChildProcess {
  const set = [...Object.entries(quick).map(([name, value]) => `${name}=${value}`), ...settings];
  const args = ['-D', data, '-p', port, ...set.flatMap((setting) => ['-c', setting])];
  return spawn(program('postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
}

const answers = () =>
  new Promise<boolean>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

async function waitFor(server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}`);
    if (await answers()) return;
    await setTimeout(50);
  }
  throw new Error('postgres does not answer');
}

/** Ends all connections and then itself. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.on('exit', resolve));
  server.kill('SIGINT');
  await Promise.race([ended, setTimeout(10_000, undefined, { ref: false })]);
  server.kill('SIGKILL');
}

// A terminal sends it to all of its programs; the end of stdin follows.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

let server: ChildProcess | undefined;
try {
  await copyPostgres(join(folder, 'native'));
  chmodSync(folder, 0o755);
  initialise();
  server = start();
  await waitFor(server);
  process.stdout.write('ready\n');
  for await (const line of process.stdin.setEncoding('utf8')) {
    // "stop" and "start": the server is restarted under those who use it.
    if (line.startsWith('stop')) await stop(server);
    if (line.startsWith('start')) {
      server = start();
      await waitFor(server);
    }
    process.stdout.write('done\n');
  }
} finally {
  if (server) await stop(server);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();
