import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A server in a process of its own, ready to answer. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  /** `performance.now()` when it was started. */
  readonly startedAt: number;
  rssBytes(): number;
  /** The most memory that it ever had. */
  peakRssBytes(): number;
  /** Processor time so far: tells more than the clock does on a machine that others use, too. */
  cpuMs(): number;
}

/** A size of memory by its name in `status`. */
function statusBytes(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
}

/** Fields 14 and 15 of `stat`, in hundredths of a second. */
function cpuMs(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export interface StartOptions {
  readonly cwd?: string;
  /** The address of a server that prints something else when it listens. */
  readonly url?: string;
  /** A server that takes longer is ended and has failed. @default 120000 */
  readonly timeoutMs?: number;
}

/**
 * Starts a program of this Node, pinned to a core when `taskset` is given, and waits for the first line that it prints:
 * its address, where the options name none.
 */
export async function startServer(
  args: readonly string[],
  taskset: readonly string[] = [],
  options: StartOptions = {},
): Promise<ServerProcess> {
  const [file = '', ...rest] = [...taskset, process.execPath, ...args];
  const startedAt = performance.now();
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'inherit'], cwd: options.cwd });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit');
  let timer: NodeJS.Timeout | undefined;
  const line = await new Promise<string>((resolve, reject) => {
    const { timeoutMs = 120_000 } = options;
    const giveUp = () => {
      kill();
      reject(new Error(`${args[0]} was not ready after ${timeoutMs} ms`));
    };
    timer = setTimeout(giveUp, timeoutMs);
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`${args[0]} ended with ${signal ?? `code ${code}`} before it could answer`)),
    );
  }).finally(() => clearTimeout(timer));
  const pid = child.pid ?? 0;
  return {
    url: options.url ?? line,
    startedAt,
    rssBytes: () => statusBytes(pid, 'VmRSS'),
    peakRssBytes: () => statusBytes(pid, 'VmHWM'),
    cpuMs: () => cpuMs(pid),
    async [Symbol.asyncDispose]() {
      process.off('exit', kill);
      kill();
      await ended;
    },
  };
}
