import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { commandFile } from './command-file.ts';

/** The fake Erply as a process of its own. */
export interface Fake extends AsyncDisposable {
  readonly url: string;
  /** Asks the control API; `path` comes after `/_mock/accounts/<account>`. */
  control<TAnswer>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<TAnswer>;
}

/** Starts the fake on a free port and waits until it can answer. */
export async function startFake(
  clientCode: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Fake> {
  const cli = commandFile('packages/mock');
  const child = spawn(process.execPath, [cli, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'close');
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  const firstLine = once(createInterface(child.stdout), 'line') as Promise<[string]>;
  const url = await Promise.race([
    firstLine.then(([line]) => line),
    ended.then(() => Promise.reject(new Error('the fake Erply did not start'))),
  ]);
  return {
    url,
    control: (method, path, body) =>
      askControl(`${url}/_mock/accounts/${clientCode}${path}`, {
        method,
        ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
      }),
    async [Symbol.asyncDispose]() {
      process.off('exit', stop);
      stop();
      await ended;
    },
  };
}

async function askControl<TAnswer>(url: string, request: RequestInit): Promise<TAnswer> {
  const response = await fetch(url, request);
  const text = await response.text();
  if (!response.ok) throw new Error(`${request.method} ${url}: ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as TAnswer;
}
