import { UsageError } from '@erply-kit/command-line';
import { canBeLimited, type Lane } from '@erply-kit/sync';

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const date = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/;

/** A moment in the past, in seconds since 1970, or how long ago it was: what `--since` takes. */
export type Since = { readonly seconds: number } | { readonly agoSeconds: number };

/**
 * Reads a date, a time, Unix seconds, or a duration such as `2h`, and refuses lanes that it cannot limit.
 * @throws UsageError saying what is wrong.
 */
export function readSince(text: string, lanes: readonly Lane[]): Since {
  const since = parse(text.trim());
  if (since === undefined)
    throw new UsageError(
      `--since takes a date such as 2026-01-31, a time such as 2026-01-31T08:00:00Z, Unix seconds, or a duration such as 2h or 30d, not "${text}"`,
    );
  const others = lanes.filter((lane) => !canBeLimited(lane)).map(({ name }) => name);
  if (others.length > 0)
    throw new UsageError(
      `--since cannot limit ${others.join(', ')}: only a full read tells what is in them; name others in --lanes, such as salesDocuments,payments`,
    );
  return since;
}

function parse(text: string): Since | undefined {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (count !== undefined) return { agoSeconds: Number(count) * (unitSeconds[unit] ?? 1) };
  if (/^\d{9,10}$/.test(text)) return { seconds: Number(text) };
  if (!date.test(text)) return undefined;
  // A time without a zone is UTC, as a date is: the same on every machine.
  const hasZone = /(Z|[+-]\d{2}:\d{2})$/.test(text) || !text.includes('T');
  const ms = Date.parse(hasZone ? text : `${text}Z`);
  const isOfCalendar = new Date(ms + 0).getUTCDate() === Number(text.slice(8, 10)) || text.includes('T');
  return Number.isNaN(ms) || !isOfCalendar ? undefined : { seconds: Math.floor(ms / 1000) };
}

/**
 * The second that a run is limited to.
 * @throws UsageError for one that is still to come.
 */
export function sinceSeconds(since: Since, nowMs: number): number {
  const now = Math.floor(nowMs / 1000);
  const seconds = 'seconds' in since ? since.seconds : now - since.agoSeconds;
  if (seconds > now) throw new UsageError('--since is still to come; it takes a time in the past');
  return Math.max(0, seconds);
}
