import { findErrorCode } from '../errors/scrub-cause.ts';
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
const denoConnect = /client error \(Connect\)(.*)/;
const denoTls = /certificate|corrupt message|tls|handshake/i;

/** How Bun says that a server speaks no TLS: with a code that also has other meanings. */
const bunHandshake = /^EPROTO: The TLS handshake failed/;

/** Causes that are looked at behind an error. */
const maxCauses = 5;

/** As much of an error as is looked at. Within jest, errors of Node are not instances of the `Error` that we see. */
interface ErrorLike {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly syscall?: unknown;
  /** A host with several addresses fails with an error for each. */
  readonly errors?: unknown;
  readonly cause?: unknown;
}

/** How far a request got, by what undici, or the fetch of Node, Bun or Deno, threw. In doubt it was sent: `lost`. */
export function classifyTransportError(error: unknown): TransportFailure {
  if (untrustedCode.test(findErrorCode(error) ?? '')) return 'untrusted';
  let failure = error as ErrorLike | null | undefined;
  for (let depth = 0; depth < maxCauses && typeof failure === 'object' && failure !== null; depth += 1) {
    const message = String(failure.message ?? '');
    if (bunHandshake.test(message)) return 'untrusted';
    const [, detail] = denoConnect.exec(message) ?? [];
    if (detail !== undefined) return denoTls.test(detail) ? 'untrusted' : 'notSent';
    if (isBeforeSending(failure)) return 'notSent';
    failure = failure.cause as ErrorLike | null | undefined;
  }
  return 'lost';
}

/** Whether it failed while the host was looked up or connected to, before the first byte was sent. */
function isBeforeSending(failure: ErrorLike): boolean {
  const { errors, syscall, code } = failure;
  if (Array.isArray(errors) && errors.length > 0) return errors.every(isBeforeSending);
  return syscall === 'connect' || syscall === 'getaddrinfo' || connectCode.test(String(code ?? ''));
}
