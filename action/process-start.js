import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * When a process was started, in some unit; empty when it has ended, or where the system does not say. A number of a process
 * is given to another one some time after it has ended: that one was started at another time.
 * @param {number} pid
 */
export async function processStart(pid) {
  if (process.platform === 'linux') return startOnLinux(pid);
  if (process.platform === 'win32') return '';
  const { stdout } = await promisify(execFile)('ps', ['-o', 'stat=,lstart=', '-p', String(pid)]).catch(
    () => ({
      stdout: '',
    }),
  );
  const [, state = 'Z', start = ''] = /^\s*(\S+)\s+(.*\S)/.exec(stdout) ?? [];
  return state.startsWith('Z') ? '' : start;
}

/** @param {number} pid */
async function startOnLinux(pid) {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program may hold anything; it ends with the last bracket.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  // One that has ended stays in the list until its parent asks, which the first process of a container may never do.
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}
