import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { Consumer } from './consumer.ts';
import { installTools } from './install.ts';
import { runIn } from './run-in.ts';
import { startServers } from './start-servers.ts';

/** The client in workerd, which is what Cloudflare's workers run in. */
export const workerdConsumer: Consumer = {
  name: 'workerd',
  async use(folder) {
    const project = join(folder, 'workerd');
    const { workerd: version = '' } = await installTools(project);
    const said = await runIn(project, [join(project, 'node_modules/.bin/workerd'), '--version']);
    // 1.20261117.1 says workerd 2026-11-17
    if (!version.includes(said.replace(/\D/g, '')))
      throw new Error(`expected workerd ${version}, not ${said}`);
    await runIn(project, [process.execPath, 'build.js']);
    await using servers = await startServers(folder);
    await using worker = await startWorker(project);
    const query = new URLSearchParams(JSON.parse(servers.addresses));
    const response = await fetch(`http://127.0.0.1:${worker.port}/?${query}`);
    if (!response.ok) throw new Error(await response.text());
    return `workerd ${version}: client with fetch`;
  },
};

async function startWorker(cwd: string): Promise<AsyncDisposable & { readonly port: number }> {
  const args = ['serve', 'config.capnp', '--control-fd=1'];
  const child = spawn(join(cwd, 'node_modules/.bin/workerd'), args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  const ended = once(child, 'exit');
  // It also writes there what it thinks of a server that speaks no TLS, which is one of the things that are tried.
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (typeof line !== 'string') throw new Error(`workerd ended with code ${line}\n${said}`);
  return {
    port: JSON.parse(line).port,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}
