import { UsageError } from './usage-error.ts';

/** A timer of Node's takes no more; what is beyond it would come at once. */
const longestMs = 2 ** 31 - 1;

/**
 * Reads a span of time as `15m`, `1h30m`, `2d` or `45s`: whole numbers, the larger unit first, each once. In milliseconds,
 * and never 0.
 *
 * @param name what it is given as, for the message: `--every`
 * @throws UsageError for anything else, also for one beyond 24 days.
 */
export function readDuration(name: string, text: string): number {
  const parts = /^(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?$/.exec(text.trim());
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = (parts ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  const ms = days * 86_400_000 + hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
  if (ms > longestMs) throw new UsageError(`${name} can be 24 days at most`);
  if (ms > 0) return ms;
  throw new UsageError(`${name} takes a span of time such as 15m, 1h30m, 2d or 45s`);
}

/** A span for people, in at most two units: `2 d 3 h`, `5 min`, `45 s`. */
export function durationText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return withRest(`${minutes} min`, minutes < 5 ? seconds % 60 : 0, 's');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return withRest(`${hours} h`, minutes % 60, 'min');
  return withRest(`${Math.floor(hours / 24)} d`, hours % 24, 'h');
}

const withRest = (text: string, rest: number, unit: string) =>
  rest === 0 ? text : `${text} ${rest} ${unit}`;
