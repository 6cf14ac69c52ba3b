import { join } from 'node:path';

import { temporaryFolder } from '@erply-kit/tooling';

import type { Consumer } from './consumer.ts';
import { installTools } from './install.ts';
import { runIn } from './run-in.ts';
import { startServers } from './start-servers.ts';

/** The client in bundles, for Node and for browsers. They run in a folder where no package can be found. */
export function bundleConsumer(name: 'esbuild' | 'webpack', sendsWith: 'undici' | 'fetch'): Consumer {
  return {
    name,
    async use(folder) {
      const { [name]: version } = await installTools(join(folder, name));
      await using out = await temporaryFolder('bundle');
      await runIn(join(folder, name), [process.execPath, 'build.js', out.path]);
      await using servers = await startServers(folder);
      const env = {
        SERVERS: servers.addresses,
        RUNTIME: `node ${process.versions.node}`,
        SENDS_WITH: sendsWith,
      };
      await runIn(out.path, [process.execPath, 'node.mjs'], env);
      const asBrowser = join(folder, 'browser/run-as-browser.js');
      await runIn(out.path, [process.execPath, asBrowser, 'browser.js'], env);
      return `${name} ${version}: ES module for Node with ${sendsWith}, script for browsers`;
    },
  };
}
