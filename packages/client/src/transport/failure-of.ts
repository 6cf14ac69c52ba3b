import { errorCodeOf } from '../errors/scrubbed-cause.ts';
import type { TransportFailure } from './transport-error.ts';

/** Codes of failures that only happen while a host is looked up or connected to. */
const connectCode = /^(ECONNREFUSED|ENOTFOUND|EAI_[A-Z]+|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * Codes of TLS for certificates that are not accepted and for peers that speak something else. A record that is broken
 * comes later, maybe behind the request.
 */
const untrustedCode =
  /^(?!.*BAD_RECORD_MAC)(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/;

/** How Deno says that it was connecting, and that TLS is what failed. It gives no codes. */
const denoConnect = /client error \(Connect\)/;
const denoTls = /certificate|corrupt message|tls|handshake/i;

/** How Bun says that a server speaks no TLS: with a code that also has other meanings. */
const bunHandshake = /^EPROTO: The TLS handshake failed/;

/** Causes that are looked at behind an error. */
const maxCauses = 5;

/** How far a request got, by what undici, or the fetch of Node, Bun or Deno, threw. In doubt it was sent: `lost`. */
export function failureOf(error: unknown): TransportFailure {
  if (untrustedCode.test(errorCodeOf(error) ?? '')) return 'untrusted';
  let cause = error;
  for (let depth = 0; depth < maxCauses && cause instanceof Error; depth += 1) {
    if (bunHandshake.test(cause.message)) return 'untrusted';
    if (denoConnect.test(cause.message))
      return denoTls.test(afterConnect(cause.message)) ? 'untrusted' : 'notSent';
    if (isBeforeSending(cause)) return 'notSent';
    cause = cause.cause;
  }
  return 'lost';
}

/** Behind the address, which could hold any word. */
function afterConnect(message: string): string {
  return message.slice(message.search(denoConnect));
}

/** Whether it failed while the host was looked up or connected to, before the first byte was sent. */
function isBeforeSending(error: unknown): boolean {
  // A host with several addresses fails with an error for each.
  if (error instanceof AggregateError) return error.errors.every(isBeforeSending);
  const { syscall, code } = error as { readonly syscall?: unknown; readonly code?: unknown };
  return syscall === 'connect' || syscall === 'getaddrinfo' || connectCode.test(String(code ?? ''));
}
