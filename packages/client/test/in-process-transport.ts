import type { Mock } from '@erply-kit/mock';

import type { Transport } from '../src/index.ts';

/** A wire to a fake Erply in the same process: no port, no sockets. */
export function inProcessTransport(mock: Mock, meanwhile: () => void = () => {}): Transport {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return {
    async send(request) {
      const { pathname } = new URL(request.url);
      const response = await mock.app.request(pathname, {
        method: 'POST',
        headers,
        body: request.form ?? '',
      });
      const body = new Uint8Array(await response.arrayBuffer());
      meanwhile();
      return { status: response.status, body };
    },
    open: () => Promise.reject(new Error('files are not served here')),
  };
}
