// With `node --experimental-vm-modules`: jest has no other way to load ES modules.
import * as client from '@erply-kit/client';

import { useClient } from '../program/use-client.js';

test('the client works within jest', async () => {
  await useClient(client, { servers: JSON.parse(process.env.SERVERS) });
}, 60_000);
