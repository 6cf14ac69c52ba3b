import { type SigningSecret, signatureOf } from './signing-secrets.ts';

/** A batch as it is sent: each time with the same ID and the same body. */
export interface Batch {
  readonly sequence: number;
  /** The idempotency key; it ends with the sequence. */
  readonly id: string;
  readonly body: string;
}

/** What came back. */
export type Answer =
  | { readonly kind: 'acknowledged' }
  /** Worth another try. `retryAfterMs` is what the receiver asks for. */
  | { readonly kind: 'again'; readonly problem: string; readonly retryAfterMs: number }
  | { readonly kind: 'refused' | 'gone'; readonly problem: string };

export interface SendOptions {
  readonly url: string;
  readonly secrets: readonly SigningSecret[];
  /** This machine's clock in milliseconds. */
  readonly now: () => number;
  /** How long the receiver may take to answer. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Statuses below 500 that say "not now": a timeout, a conflict with the same key under way, too early, too many. */
const passing = [408, 409, 425, 429];

/** Sends a batch once. Throws only when it is interrupted. */
export async function sendBatch(batch: Batch, options: SendOptions): Promise<Answer> {
  const timestampSec = Math.floor(options.now() / 1000);
  const { id, body, sequence } = batch;
  try {
    const response = await fetch(options.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'erply-kit-stock-feed',
        'webhook-id': id,
        'webhook-timestamp': String(timestampSec),
        'webhook-signature': signatureOf({ id, timestampSec, body, secrets: options.secrets }),
        'webhook-sequence': String(sequence),
        'idempotency-key': id,
      },
      body,
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]),
    });
    // Nothing in it is of use, and it may be endless.
    await response.body?.cancel();
    return answerOf(response, options.now());
  } catch (error) {
    options.signal.throwIfAborted();
    return { kind: 'again', problem: transportProblem(error), retryAfterMs: 0 };
  }
}

function answerOf({ status, headers }: Response, nowMs: number): Answer {
  if (status >= 200 && status < 300) return { kind: 'acknowledged' };
  const problem = `answered ${status}`;
  if (status >= 500 || passing.includes(status))
    return { kind: 'again', problem, retryAfterMs: readRetryAfter(headers.get('retry-after'), nowMs) };
  return { kind: status === 410 ? 'gone' : 'refused', problem };
}

/** In milliseconds from now; 0 where the header is missing or cannot be read. */
function readRetryAfter(header: string | null, nowMs: number): number {
  if (header === null) return 0;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - nowMs);
}

/** The code only: a message may hold the address. */
function transportProblem(error: unknown): string {
  if ((error as Error).name === 'TimeoutError') return 'did not answer in time';
  const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? `gave no answer (${code})` : 'gave no answer';
}
