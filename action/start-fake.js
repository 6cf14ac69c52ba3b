import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const pollMs = 50;

/** Names of the files in the folder of a fake. */
export const files = { stdout: 'stdout.txt', log: 'log.txt' };

/** Belongs to the step and is none of the fake's business: inputs, tokens, files of the runner. */
const ofTheStep = /^(INPUT|STATE|ACTIONS|GITHUB)_/;

/**
 * A fake that has been started.
 * @typedef {object} StartedFake
 * @property {number} pid
 * @property {() => Promise<string>} ready its URL, once it answers
 * @property {() => void} kill
 */

/**
 * Starts the command so that it outlives this step.
 * @param {{ command: string, args: readonly string[], folder: string, timeoutMs: number }} options
 * @returns {StartedFake}
 */
export function startFake({ command, args, folder, timeoutMs }) {
  const stdout = join(folder, files.stdout);
  const log = join(folder, files.log);
  const written = [openSync(stdout, 'a'), openSync(log, 'a')];
  const child = spawn(process.execPath, [command, '--port=0', ...args], {
    detached: true,
    stdio: ['ignore', ...written],
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheStep.test(name))),
  });
  for (const file of written) closeSync(file);
  /** @type {Error | undefined} */
  let failure;
  child.once('error', (error) => {
    failure = error;
  });
  child.once('exit', (code, signal) => {
    failure = new Error(
      lastLine(log) || `erply-mock ended with ${signal ?? `code ${code}`} and said nothing`,
    );
  });
  child.unref();
  async function ready() {
    for (let waitedMs = 0; failure === undefined && waitedMs < timeoutMs; waitedMs += pollMs) {
      const [, url] = /^(https?:\/\/[^\s]+)\n/.exec(readFileSync(stdout, 'utf8')) ?? [];
      if (url !== undefined) return localUrl(url);
      await wait(pollMs);
    }
    throw failure ?? new Error(`erply-mock did not answer within ${timeoutMs / 1000} s; see timeout-seconds`);
  }
  return { pid: child.pid ?? 0, ready, kill: () => void child.kill('SIGKILL') };
}

/** One that listens on all addresses of the machine says so; who calls it needs one. @param {string} url */
const localUrl = (url) => url.replace('://0.0.0.0:', '://127.0.0.1:').replace('://[::]:', '://[::1]:');

/** @param {string} file */
function lastLine(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
}
