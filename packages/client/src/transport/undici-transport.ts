import { Agent } from 'undici';

import { isProgrammingError } from '../errors/programming-error.ts';
import { readBodyHeaders } from './body-headers.ts';
import { readBody } from './read-body.ts';
import { formType, plainOnly } from './request-headers.ts';
import { createTranslator } from './translate-failure.ts';
import type { Transport, TransportRequest } from './transport.ts';
import type { UndiciTransportOptions } from './undici-transport-options.ts';

const { translate, translateChunks } = createTranslator(isProgrammingError);

/** Sends requests with undici, by options that are checked already. */
export function createUndiciTransport(options: UndiciTransportOptions = {}): Transport {
  // The client times requests itself. HTTP/1.1 only: one lost connection then loses one request, not all.
  const dispatcher = options.dispatcher ?? new Agent({ headersTimeout: 0, bodyTimeout: 0, allowH2: false });

  const request = (wanted: TransportRequest) => {
    const url = new URL(wanted.url);
    return dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      signal: wanted.signal,
      ...(wanted.form === undefined
        ? { method: 'GET', headers: plainOnly }
        : { method: 'POST', body: wanted.form, headers: { ...plainOnly, ...formType } }),
    });
  };

  return {
    send: (wanted) =>
      translate(wanted.signal, async () => {
        const { statusCode, headers, body } = await request(wanted);
        const { contentEncoding } = readBodyHeaders((name) => headers[name]);
        return { status: statusCode, body: await readBody(body, wanted.maxBytes), contentEncoding };
      }),
    open: (wanted) =>
      translate(wanted.signal, async () => {
        const { statusCode, headers, body } = await request(wanted);
        return {
          status: statusCode,
          ...readBodyHeaders((name) => headers[name]),
          chunks: translateChunks(wanted.signal, body),
        };
      }),
    async close() {
      if (!options.dispatcher) await dispatcher.destroy();
    },
  };
}
