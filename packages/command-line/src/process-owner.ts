import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * This process, as a text that fits into the name of a file: the machine, the process ID, and when the process began,
 * since IDs are given out again.
 */
export function ownProcess(): string {
  return `${machine}-${process.pid}-${startOf(process.pid) ?? unknownStart}`;
}

/**
 * Whether a process has ended, from what it calls itself. `undefined` where nobody here can say: it is of another
 * machine, of another container, or of a time before this machine was started.
 */
export function hasEnded(owner: string): boolean | undefined {
  const [, on, id, began] = /^([\da-f]+)-(\d+)-(\d+)$/.exec(owner) ?? [];
  if (on !== machine) return undefined;
  if (!isRunning(Number(id))) return true;
  const start = startOf(Number(id));
  return start !== undefined && began !== unknownStart && began !== start;
}

const unknownStart = '0';
const ended = 'ended';

/**
 * On Linux a boot of the kernel and a space of process IDs, since containers may share a folder and a host name but
 * not their IDs. Where it cannot be found out, it is one that nobody else is on.
 */
const machine = createHash('sha256').update(findMachine()).digest('hex').slice(0, 12);

function findMachine(): string {
  if (process.platform !== 'linux') return hostname();
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8') + readlinkSync('/proc/self/ns/pid');
  } catch {
    return randomUUID();
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // One of another user is there, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, in ticks since the boot; `undefined` where the system does not say. */
function startOf(id: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    // Its name comes second, in brackets, and may hold anything.
    const [state, ...fields] = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    // One that has ended and that its parent has not asked after.
    return state === 'Z' || state === 'X' ? ended : fields[18];
  } catch {
    return undefined;
  }
}
