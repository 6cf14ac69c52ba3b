import { ControlError } from './control-error.ts';

const secondsOf: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };

/** Characters of a span, and of what is not one in the error. */
const longest = 64;

/** Reads a span as `1h30m`, `45s` or `2d`, in seconds. */
export function readDuration(text: string): number {
  const parts = text.length > longest ? [] : [...text.matchAll(/(\d+(?:\.\d+)?)([dhms])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text.replaceAll(' ', '')) {
    throw new ControlError(
      400,
      `"${text.slice(0, longest)}" is not a span of time: write it as 1h30m, 45s or 2d`,
    );
  }
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (secondsOf[unit ?? 's'] ?? 0), 0);
}
