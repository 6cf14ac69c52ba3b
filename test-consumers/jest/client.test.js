// With `node --experimental-vm-modules`: jest has no other way to load ES modules.

import { expect, test } from '@jest/globals';

import * as client from '@erply-kit/client';

import { useClient } from '../shared/use-client.js';

test('the client works within jest', async () => {
  await useClient(client, { servers: JSON.parse(process.env.SERVERS) });
  expect(client.createClient).toBeInstanceOf(Function);
}, 60_000);
