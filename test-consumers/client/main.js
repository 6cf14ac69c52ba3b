// The packed client on Node, Bun or Deno, and in bundles for Node: what it must do, and how it sends.
import * as client from '@erply-kit/client';

import { useClient } from '../program/use-client.js';

const { SERVERS, RUNTIME, SENDS_WITH } = process.env;
const servers = JSON.parse(SERVERS);
const runtime = process.versions.bun
  ? `bun ${process.versions.bun}`
  : globalThis.Deno
    ? `deno ${globalThis.Deno.version.deno}`
    : `node ${process.versions.node}`;
if (!runtime.startsWith(RUNTIME)) throw new Error(`this is ${runtime}, not ${RUNTIME}`);

await useClient(client, { servers });
const agent = await (await fetch(`${servers.reports}/agent`)).text();
// undici says nothing of itself; every fetch does.
const sentWith = agent === '' ? 'undici' : 'fetch';
if (sentWith !== SENDS_WITH) throw new Error(`it sends with ${sentWith}, not with ${SENDS_WITH}`);

if (sentWith === 'undici') {
  await useClient(client, { servers, createTransport: client.createUndiciTransport });
  await useClient(client, { servers, createTransport: client.createFetchTransport });
} else {
  await refuseUndici();
}
console.log(`${runtime} with ${sentWith}`);

async function refuseUndici() {
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: servers.erply };
  const error = await (async () => {
    const transport = client.createUndiciTransport();
    await client.createClient({ ...credentials, transport }).getWarehouses();
  })().catch((reason) => reason);
  if (error?.kind !== 'usage' || !error.message.includes('use createFetchTransport()')) {
    throw new Error(`createUndiciTransport() does not say that it cannot work: ${error}`);
  }
}
