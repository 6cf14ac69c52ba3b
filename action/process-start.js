import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * When a process was started, in some unit; empty when it has ended. The number of a process is given to another one some
 * time after it has ended: that one was started at another time.
 * @param {number} pid
 */
export async function processStart(pid) {
  if (process.platform === 'linux') return startOnLinux(pid);
  return process.platform === 'win32' ? startOnWindows(pid) : startFromPs(pid);
}

/** @param {number} pid */
async function startOnLinux(pid) {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program may hold anything; it ends with the last bracket.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  // One that has ended stays in the list until its parent asks, which the first process of a container may never do.
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}

/** @param {number} pid */
async function startOnWindows(pid) {
  const question = `(Get-Process -Id ${Number(pid)}).StartTime.Ticks`;
  return (await answerOf('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', question])).trim();
}

/** @param {number} pid */
async function startFromPs(pid) {
  const answer = await answerOf('ps', ['-o', 'stat=,lstart=', '-p', String(pid)]);
  const [, state = 'Z', start = ''] = /^\s*(\S+)\s+(.*\S)/.exec(answer) ?? [];
  return state.startsWith('Z') ? '' : start;
}

/**
 * What a command writes; nothing when it fails, as these do where there is no such process.
 * @param {string} command
 * @param {readonly string[]} args
 */
async function answerOf(command, args) {
  const answered = await promisify(execFile)(command, [...args]).catch(() => ({ stdout: '' }));
  return answered.stdout;
}
