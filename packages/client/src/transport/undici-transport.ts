import { Agent, type Dispatcher } from 'undici';

import { errorCodeOf } from '../errors/scrubbed-cause.ts';
import { readBodyHeaders } from './body-headers.ts';
import type { Transport, TransportRequest } from './transport.ts';
import { TransportError, type TransportFailure } from './transport-error.ts';

/** Codes of Node's TLS for certificates it does not accept and for peers that speak something else. */
const untrustedCode =
  /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/;

const formType = { 'content-type': 'application/x-www-form-urlencoded' };
/** undici decodes nothing. */
const plainOnly = { 'accept-encoding': 'identity' };

export interface UndiciTransportOptions {
  /** A dispatcher of undici, such as an `EnvHttpProxyAgent`; it is not closed with the client. */
  readonly dispatcher?: Dispatcher;
}

/** Sends requests with undici. */
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
      translated(wanted.signal, async () => {
        const { statusCode, headers, body } = await request(wanted);
        const { contentEncoding } = readBodyHeaders((name) => headers[name]);
        return { status: statusCode, body: await body.bytes(), contentEncoding };
      }),
    open: (wanted) =>
      translated(wanted.signal, async () => {
        const { statusCode, headers, body } = await request(wanted);
        return {
          status: statusCode,
          ...readBodyHeaders((name) => headers[name]),
          chunks: translatedChunks(wanted.signal, body),
        };
      }),
    async close() {
      if (!options.dispatcher) await dispatcher.destroy();
    },
  };
}

async function translated<TValue>(signal: AbortSignal, run: () => Promise<TValue>): Promise<TValue> {
  try {
    return await run();
  } catch (error) {
    throw translate(signal, error);
  }
}

async function* translatedChunks(signal: AbortSignal, body: AsyncIterable<Uint8Array>) {
  try {
    yield* body;
  } catch (error) {
    throw translate(signal, error);
  }
}

function translate(signal: AbortSignal, error: unknown): unknown {
  return signal.aborted ? signal.reason : new TransportError(failureOf(error), { cause: error });
}

function failureOf(error: unknown): TransportFailure {
  if (isBeforeSending(error)) return 'notSent';
  return untrustedCode.test(errorCodeOf(error) ?? '') ? 'untrusted' : 'lost';
}

/** Whether it failed while the host was looked up or connected to, before the first byte was sent. */
function isBeforeSending(error: unknown): boolean {
  // A host with several addresses fails with an error for each.
  if (error instanceof AggregateError) return error.errors.every(isBeforeSending);
  const { syscall, code } = error as { readonly syscall?: unknown; readonly code?: unknown };
  return syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT';
}
