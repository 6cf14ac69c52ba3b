import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** Stands between an app and the fake, and reports each request before it goes on. */
export interface RequestWatch extends AsyncDisposable {
  readonly url: string;
  /** Is awaited before a request with this form is passed on. */
  onRequest: (form: string) => Promise<void>;
}

/** Starts it before the fake at `target`; what passes is not changed. */
export async function watchRequests(target: string): Promise<RequestWatch> {
  const watch: Pick<RequestWatch, 'onRequest'> = { onRequest: async () => {} };
  const server = createServer(async (incoming, outgoing) => {
    // Whoever asks may be killed at any moment.
    const body = await buffer(incoming).catch(() => undefined);
    if (!body) return;
    await watch.onRequest(body.toString());
    // The Host stays ours, so that the links in the answers lead back here.
    const { method, headers, url = '/' } = incoming;
    const onward = request(new URL(url, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      pipeline(answer, outgoing).catch(() => outgoing.destroy());
    });
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return Object.assign(watch, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
}
