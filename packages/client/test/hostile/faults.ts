import type { Fault } from './way.ts';

/** The sorts of trouble that one request can meet, as docs/client.md tells them apart. */
export const faults = {
  none: { kind: 'ok' },
  /** No connection: nothing was sent. */
  notSent: { kind: 'transport', isRepeated: true },
  /** The connection ended before the answer did. */
  lost: { kind: 'transport', isAmbiguous: true, isRepeated: true },
  silent: { kind: 'timeout', isAmbiguous: true, isRepeated: true },
  /** No whole JSON of Erply. */
  senseless: { kind: 'response', isAmbiguous: true, isRepeated: true },
  /** An answer of Erply's that contradicts itself. */
  contradiction: { kind: 'response', isAmbiguous: true },
  /** Larger than allowed. */
  tooLarge: { kind: 'response', isAmbiguous: true },
  /** HTTP 3xx and 4xx. */
  refused: { kind: 'transport' },
  /** HTTP 5xx. */
  serverError: { kind: 'transport', isAmbiguous: true, isRepeated: true },
  tooManyRequests: { kind: 'transport', isRepeated: true },
  compressed: { kind: 'transport', isAmbiguous: true },
} as const satisfies Record<string, Fault>;
