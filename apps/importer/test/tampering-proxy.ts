import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What a proxy makes of an answer; `request` is the form that asked for it, empty for a report file. */
export type Tamper = (text: string, request: URLSearchParams) => string;

export interface TamperingProxy extends AsyncDisposable {
  readonly url: string;
  /** Where requests go on to. */
  target: string;
  /** What becomes of the answers from now on. */
  tamper: Tamper;
}

/** A server between the importer and the fake Erply, that changes what the fake says. */
export async function startTamperingProxy(): Promise<TamperingProxy> {
  const proxy = { target: '', tamper: (text: string) => text } as { target: string; tamper: Tamper };
  const server = createServer(async (request, response) => {
    const form = (await buffer(request)).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const init = request.method === 'POST' ? { method: 'POST', headers, body: form } : {};
    const answer = await fetch(new URL(request.url ?? '/', proxy.target), init);
    const encoding = request.method === 'POST' ? 'utf8' : 'latin1';
    const text = Buffer.from(await answer.arrayBuffer()).toString(encoding);
    const body = Buffer.from(proxy.tamper(text, new URLSearchParams(form)), encoding);
    response.writeHead(answer.status, { 'content-length': body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(proxy, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
