import { UsageError } from '@erply-kit/command-line';

import type { Given } from './option.ts';

/** A whole number of at least 1 that stands behind an option; undefined where that is not typed. */
export function readCount({ texts }: Given, option: string): number | undefined {
  const text = texts.get(option)?.at(-1);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value > 0) return value;
  throw new UsageError(`--${option} takes a whole number such as 1000`);
}
