import type { Transport } from '@erply-kit/client';
import type { Mock } from '@erply-kit/mock';

/** Carries requests to a fake Erply in the same process, without a port. */
export function inProcessTransport(mock: Pick<Mock, 'app'>): Transport {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const fetch = ({ url, form }: { url: string; form?: string }) =>
    mock.app.request(url, form === undefined ? {} : { method: 'POST', headers, body: form });
  return {
    async send(request) {
      const response = await fetch(request);
      return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
    },
    async open(request) {
      const response = await fetch(request);
      const body = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, contentLength: body.byteLength, chunks: inPieces(body) };
    },
  };
}

async function* inPieces(body: Uint8Array) {
  for (let start = 0; start < body.length; start += 1000) yield body.slice(start, start + 1000);
}
