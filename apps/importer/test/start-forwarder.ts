import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address of its own before a fake: the links in its answers lead to the fake itself. */
export async function startForwarder(target: string): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer(async (incoming, outgoing) => {
    const answer = await fetch(new URL(incoming.url ?? '/', target), {
      method: 'POST',
      body: Buffer.concat(await incoming.toArray()),
      headers: { 'content-type': incoming.headers['content-type'] ?? '' },
    });
    outgoing.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
