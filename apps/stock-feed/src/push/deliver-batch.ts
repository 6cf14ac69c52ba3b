import type { Wait } from '../files/lock-file.ts';
import { PushError } from './push-error.ts';
import type { Receiver } from './receiver-url.ts';
import type { Answer, Batch } from './send-batch.ts';

/** How often a batch is tried, and what decides how long is waited in between. */
export interface DeliveryOptions {
  readonly receiver: Receiver;
  readonly maxAttempts: number;
  /** Sends it once. */
  readonly send: (batch: Batch) => Promise<Answer>;
  readonly wait: Wait;
  /** From 0 to 1: waits are spread, so that not all senders come back at once. */
  readonly random: () => number;
  readonly onRetry: (note: string) => void;
}

const firstDelayMs = 1000;
const longestDelayMs = 60_000;
/** A receiver that asks for a longer pause is not waited for: the next push comes later anyway. */
const longestPauseMs = 15 * 60_000;

/** Sends a batch until it is acknowledged. Throws `PushError` when it is refused, or was tried often enough. */
export async function deliverBatch(batch: Batch, options: DeliveryOptions): Promise<void> {
  const { receiver, maxAttempts } = options;
  for (let attempt = 1; ; attempt++) {
    const answer = await options.send(batch);
    if (answer.kind === 'acknowledged') return;
    if (answer.kind !== 'again')
      throw new PushError({ kind: answer.kind, message: refusal(receiver, answer) });
    const { problem, retryAfterMs } = answer;
    if (attempt >= maxAttempts || retryAfterMs > longestPauseMs)
      throw new PushError({ kind: 'unreachable', message: lastTry(receiver, answer, attempt) });
    const delayMs = Math.max(retryAfterMs, backoffMs(attempt, options.random));
    options.onRetry(`${receiver.label} ${problem}; trying again in ${(delayMs / 1000).toFixed(1)} s`);
    await options.wait(delayMs);
  }
}

/** Doubles with each attempt; the second half of it is left to chance. */
function backoffMs(attempt: number, random: () => number): number {
  const whole = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  return Math.round(whole / 2 + (random() * whole) / 2);
}

function lastTry({ label }: Receiver, answer: Extract<Answer, { kind: 'again' }>, attempts: number): string {
  const tries = attempts === 1 ? 'once' : `${attempts} times`;
  const pause =
    answer.retryAfterMs > longestPauseMs
      ? ` and wants a pause of ${Math.ceil(answer.retryAfterMs / 60_000)} minutes`
      : '';
  return `${label} ${answer.problem}${pause}; tried ${tries}. The next push sends the same batch again`;
}

function refusal({ label }: Receiver, { kind, problem }: Extract<Answer, { problem: string }>): string {
  if (kind === 'gone') return `${label} ${problem}: it does not want any more deliveries. Stop pushing to it`;
  const status = problem.replace(/\D/g, '');
  return `${label} ${problem} to a batch: ${advice[status] ?? 'see what it has logged'}. Nothing was acknowledged`;
}

const advice: Readonly<Record<string, string>> = {
  301: 'give its new address as --to; redirects are not followed',
  302: 'give its new address as --to; redirects are not followed',
  303: 'give its new address as --to; redirects are not followed',
  307: 'give its new address as --to; redirects are not followed',
  308: 'give its new address as --to; redirects are not followed',
  401: 'check that it knows the same secret, and both clocks',
  403: 'check that it knows the same secret, and both clocks',
  404: 'check the address of --to',
  405: 'check the address of --to',
  413: 'push smaller batches with --batch-size',
};
