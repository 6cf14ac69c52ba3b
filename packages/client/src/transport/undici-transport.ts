import '../require-node.ts';

import { Agent, type Dispatcher } from 'undici';

import { isProgrammingError } from '../errors/programming-error.ts';
import { errorCodeOf } from '../errors/scrubbed-cause.ts';
import { checkOptions } from '../options/check-options.ts';
import { objectWith, type RulesOf } from '../options/option-rule.ts';
import type { Transport, TransportRequest } from './transport.ts';
import { TransportError, type TransportFailure } from './transport-error.ts';

/** Codes of Node's TLS for certificates it does not accept and for peers that speak something else. */
const untrustedCode =
  /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/;

export interface UndiciTransportOptions {
  /** A dispatcher of undici, such as an `EnvHttpProxyAgent`; it is not closed with the client. */
  readonly dispatcher?: Dispatcher;
}

const rules: RulesOf<UndiciTransportOptions> = {
  dispatcher: objectWith(['request'], 'new Agent() of undici'),
};

/**
 * Sends requests with undici.
 * @throws ErplyError of kind `usage` when an option is unknown or of a wrong type.
 */
export function createUndiciTransport(options: UndiciTransportOptions = {}): Transport {
  checkOptions({ name: 'createUndiciTransport' }, options, rules);
  // The client times requests itself. HTTP/1.1 only: one lost connection then loses one request, not all.
  const dispatcher = options.dispatcher ?? new Agent({ headersTimeout: 0, bodyTimeout: 0, allowH2: false });

  const request = (wanted: TransportRequest) => {
    const url = new URL(wanted.url);
    return dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      signal: wanted.signal,
      ...(wanted.form === undefined
        ? { method: 'GET' }
        : {
            method: 'POST',
            body: wanted.form,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          }),
    });
  };

  return {
    send: (wanted) =>
      translated(wanted.signal, async () => {
        const response = await request(wanted);
        return { status: response.statusCode, body: await response.body.bytes() };
      }),
    open: (wanted) =>
      translated(wanted.signal, async () => {
        const { statusCode, headers, body } = await request(wanted);
        const length = Number(headers['content-length'] ?? Number.NaN);
        return {
          status: statusCode,
          contentLength: Number.isNaN(length) ? undefined : length,
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
  if (signal.aborted) return signal.reason;
  return isProgrammingError(error) ? error : new TransportError(failureOf(error), { cause: error });
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
