import { join } from 'node:path';

import type { Consumer } from './consumer.ts';
import { installTools } from './install.ts';
import { runIn } from './run-in.ts';
import { startServers } from './start-servers.ts';

/** The client on a runtime that is not Node; npm brings the runtime. */
export function runtimeConsumer(name: 'bun' | 'deno', args: readonly string[] = []): Consumer {
  return {
    name,
    async use(folder) {
      const { [name]: version } = await installTools(join(folder, name));
      const runtime = join(folder, name, 'node_modules/.bin', name);
      await using servers = await startServers(folder);
      const env = { SERVERS: servers.addresses, RUNTIME: `${name} ${version}`, SENDS_WITH: 'fetch' };
      await runIn(join(folder, 'client'), [runtime, ...args, 'main.js'], env);
      return `${name} ${version}: client with fetch`;
    },
  };
}
