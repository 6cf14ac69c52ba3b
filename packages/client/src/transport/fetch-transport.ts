import { checkOptions } from '../options/check-options.ts';
import { callback, type RulesOf } from '../options/option-rule.ts';
import { readBodyHeaders } from './body-headers.ts';
import { readBody } from './read-body.ts';
import { formType, plainOnly } from './request-headers.ts';
import { createTranslator } from './translate-failure.ts';
import type { Transport, TransportRequest } from './transport.ts';

/** Every fetch reports a failed request as a TypeError, some without the reason: a faulty program looks the same. */
const { translate, translateChunks } = createTranslator(() => false);

/** As much of `fetch` as is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface FetchTransportOptions {
  /** A fetch of your own, such as one that goes through a proxy. @default the global `fetch`, as it is at each request */
  readonly fetch?: Fetch;
}

const rules: RulesOf<FetchTransportOptions> = { fetch: callback() };

/**
 * Sends requests with `fetch`: the default wherever undici does not work, that is in Bun, Deno, workers and browsers.
 *
 * `fetch` says less than undici of how a request failed. Where a connection fails before it was made is known in Node,
 * Bun and Deno; anything else counts as `lost`, so that a write is never repeated that may have been applied.
 *
 * @throws ErplyError of kind `usage` when an option is unknown or of a wrong type.
 */
export function createFetchTransport(options: FetchTransportOptions = {}): Transport {
  checkOptions({ name: 'createFetchTransport' }, options, rules);
  // Browsers want to be called without `this`.
  const { fetch: send = (url: string, init: RequestInit) => fetch(url, init) } = options;
  const request = ({ url, form, signal }: TransportRequest) =>
    send(url, {
      // The body may hold the password.
      redirect: 'manual',
      signal,
      ...(form === undefined
        ? { method: 'GET', headers: plainOnly }
        : // A Blob: Deno sends text a second time, writes too, when a kept connection breaks before the answer.
          { method: 'POST', headers: { ...plainOnly, ...formType }, body: new Blob([form]) }),
    });

  return {
    send: (wanted) =>
      translate(wanted.signal, async () => {
        const response = await request(wanted);
        return { status: response.status, body: await readBody(readChunks(response.body), wanted.maxBytes) };
      }),
    open: (wanted) =>
      translate(wanted.signal, async () => {
        const { status, headers, body } = await request(wanted);
        return {
          status,
          ...readBodyHeaders((name) => headers.get(name) ?? undefined),
          chunks: translateChunks(wanted.signal, readChunks(body)),
        };
      }),
  };
}

/** Not all browsers iterate over streams. */
async function* readChunks(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
