import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** A process above another one. */
export interface Ancestor {
  readonly pid: number;
  /** Its command line, with blanks between the words. */
  readonly command: string;
  /** Its session, where the system reports it. */
  readonly session?: number;
}

interface Process extends Ancestor {
  readonly parent: number;
}

/** More than anybody has between a command and the terminal; bounds the walk. */
const maxAncestors = 32;

const psTimeoutMs = 5000;

/** `pid (name) state parent group session …`; the name may hold blanks and brackets. */
function readProc(pid: number): Process {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, parent, , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
  return { pid, parent: Number(parent), session: Number(session), command };
}

async function readPs(): Promise<ReadonlyMap<number, Process>> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,command='], {
    timeout: psTimeoutMs,
    maxBuffer: 16 * 1024 * 1024,
  });
  const rows = [...stdout.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm)];
  return new Map(
    rows.map(([, pid, parent, command = '']) => [
      Number(pid),
      { pid: Number(pid), parent: Number(parent), command },
    ]),
  );
}

/** This process and those above it, the nearest first; as many as the system shows, on Windows not even one. */
export async function ownAncestors(
  platform: NodeJS.Platform = process.platform,
): Promise<readonly Ancestor[]> {
  if (platform === 'win32') return [];
  const found: Process[] = [];
  try {
    const table = platform === 'linux' ? undefined : await readPs();
    for (let pid = process.pid; pid > 0 && found.length < maxAncestors; pid = found.at(-1)?.parent ?? 0) {
      const next = table === undefined ? readProc(pid) : table.get(pid);
      if (next === undefined) break;
      found.push(next);
    }
  } catch {
    // Hidden processes (hidepid) or no `ps`: what was seen so far counts.
  }
  return found;
}
