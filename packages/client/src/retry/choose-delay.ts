import type { Context } from '../context.ts';

/** Trouble on Erply's side lasts minutes rather than moments. */
const longFactor = 10;

/** Full jitter: anything between nothing and a bound that doubles, so that many clients do not come back at once. */
export function chooseDelayMs(context: Context, failures: number, isLong: boolean): number {
  const { baseDelayMs, maxDelayMs } = context.settings.retry;
  const factor = isLong ? longFactor : 1;
  const boundMs = Math.min(maxDelayMs * factor, baseDelayMs * factor * 2 ** (failures - 1));
  return Math.round(context.random() * boundMs);
}
