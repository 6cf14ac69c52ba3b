import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

interface Servers extends AsyncDisposable {
  /** Their addresses, as `test-consumers/program/serve.js` printed them. */
  readonly addresses: string;
}

/** Starts the packed fake and a server that breaks connections, on the Node of the workspace. */
export async function startServers(folder: string): Promise<Servers> {
  const child = spawn(process.execPath, ['program/serve.js'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: 300_000,
  });
  const ended = once(child, 'exit');
  const [addresses] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (typeof addresses !== 'string') throw new Error(`program/serve.js ended with code ${addresses}`);
  return {
    addresses,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
    },
  };
}
