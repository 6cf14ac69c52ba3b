import { ControlError } from './control-error.ts';

const secondsOf: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };

/** Characters of a span at most. */
const longest = 64;

/** Reads a span as `1h30m`, `45s` or `2d`, in seconds. */
export function readDuration(span: string): number {
  const isText = typeof span === 'string' && span.length <= longest;
  const parts = isText ? [...span.matchAll(/(\d+(?:\.\d+)?)([dhms])/g)] : [];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== span.replaceAll(' ', '')) {
    throw new ControlError(400, 'by needs a span of time, as 1h30m, 45s or 2d');
  }
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (secondsOf[unit ?? 's'] ?? 0), 0);
}
