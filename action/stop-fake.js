import { setTimeout as wait } from 'node:timers/promises';

import { processStart } from './process-start.js';

const pollMs = 50;
const longestEndMs = 10_000;

/**
 * A process that main.js has started.
 * @typedef {object} FakeProcess
 * @property {number} pid
 * @property {string} start as `processStart` answered
 */

/** Whether it still runs, and is not another one with its number. @param {FakeProcess} fake */
export async function isRunning({ pid, start }) {
  return start !== '' && (await processStart(pid)) === start;
}

/**
 * Asks it to end, and ends it when it does not.
 * @param {FakeProcess} fake
 * @param {number} longestMs how long to wait after each signal
 */
export async function stopFake(fake, longestMs = longestEndMs) {
  if (await endsWith(fake, 'SIGTERM', longestMs)) return;
  if (await endsWith(fake, 'SIGKILL', longestMs)) return;
  throw new Error(`process ${fake.pid} does not end`);
}

/** @param {FakeProcess} fake @param {'SIGTERM' | 'SIGKILL'} signal @param {number} longestMs */
async function endsWith(fake, signal, longestMs) {
  if (!(await isRunning(fake))) return true;
  try {
    process.kill(fake.pid, signal);
  } catch (error) {
    // It has ended since it was looked for.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
  for (let waitedMs = 0; waitedMs < longestMs; waitedMs += pollMs) {
    if (!(await isRunning(fake))) return true;
    await wait(pollMs);
  }
  return false;
}
