import { join } from 'node:path';

import type { Consumer } from './consumer.ts';
import { installTools } from './install.ts';
import { runIn } from './run-in.ts';
import { startServers } from './start-servers.ts';

/** The client in a test of jest. */
export const jestConsumer: Consumer = {
  name: 'jest',
  async use(folder) {
    const project = join(folder, 'jest');
    const { jest } = await installTools(project);
    await using servers = await startServers(folder);
    const command = [process.execPath, '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
    await runIn(project, command, { SERVERS: servers.addresses });
    return `jest ${jest}: with --experimental-vm-modules`;
  },
};
