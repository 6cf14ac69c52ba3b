import { UsageError } from '@erply-kit/command-line';

const unitsMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** What timers of Node can wait. */
const longestMs = 24 * 86_400_000;

/** Reads `30s`, `5m`, `2h` or `1d` as milliseconds; throws `UsageError`. */
export function durationIn(option: string, text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const ms = Number(count) * (unitsMs[unit] ?? 0);
  if (ms >= 1000 && ms <= longestMs) return ms;
  throw new UsageError(`${option} ${text}: give a time from 1s to 24d, such as 30s, 5m, 2h or 1d`);
}
