import { UsageError } from '@erply-kit/command-line';

import type { SafetyOptions } from '../safety.ts';

/** When a feed is not believed. */
export const safetyOptions = {
  'max-zeroed': { type: 'string', default: '50' },
  'allow-empty': { type: 'boolean', default: false },
} as const;

export const safetyHelp = `\
  --max-zeroed PERCENT   refuse to replace a feed when more of its available items than that would
                         fall to 0 at once; 100 turns it off                           [default: 50]
  --allow-empty          let an empty answer replace what was there
`;

interface SafetyValues {
  readonly 'max-zeroed': string;
  readonly 'allow-empty': boolean;
}

/** Reads them; throws `UsageError`. */
export function safetyOf(values: SafetyValues): SafetyOptions {
  return { allowEmpty: values['allow-empty'], maxZeroedPercent: percent(values['max-zeroed']) };
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 100) return value;
  throw new UsageError(`--max-zeroed ${text}: give a number from 0 to 100`);
}
