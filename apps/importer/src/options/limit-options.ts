import { UsageError } from '@erply-kit/command-line';
import { type DeletionLimit, defaultDeletionLimit } from '@erply-kit/sync';

import type { Given, OptionDeclarations } from './option.ts';

/** What a run may use and remove at most. */
export const limitOptions = {
  'max-units': { type: 'string' },
  'max-delete-percent': { type: 'string' },
} as const satisfies OptionDeclarations;

export interface RunLimits {
  /** Units of the quota, the login included. */
  readonly maxUnits?: number;
  readonly deletionLimit?: DeletionLimit;
}

/** @throws UsageError with what is wrong in what was typed. */
export function readRunLimits({ texts }: Given): RunLimits {
  const units = texts.get('max-units')?.at(-1);
  const percent = texts.get('max-delete-percent')?.at(-1);
  return {
    ...(units !== undefined && { maxUnits: readMaxUnits(units) }),
    ...(percent !== undefined && {
      deletionLimit: { ...defaultDeletionLimit, share: readPercent(percent) / 100 },
    }),
  };
}

const decimal = /^\d{1,9}(\.\d{1,3})?$/;

function readMaxUnits(text: string): number {
  // The login is one, and a question costs a tenth.
  if (decimal.test(text) && Number(text) >= 1.1) return Number(text);
  throw new UsageError(`--max-units takes a number of units of 1.1 or more, not "${text}"`);
}

function readPercent(text: string): number {
  if (decimal.test(text) && Number(text) <= 100) return Number(text);
  throw new UsageError(`--max-delete-percent takes a number from 0 to 100, not "${text}"`);
}
