import type { FeedPolicy } from '../feed-policy.ts';
import type { SafetyOptions } from '../safety.ts';
import { percentIn } from './policy-values.ts';

/** When a feed is not believed. */
export const safetyOptions = {
  'max-zeroed': { type: 'string' },
  'allow-empty': { type: 'boolean', default: false },
} as const;

export const safetyHelp = `\
  --max-zeroed PERCENT   refuse to replace a feed when more of its available items than that would
                         fall to 0 at once; 100 turns it off                           [default: 50]
  --allow-empty          let an empty answer replace what was there
`;

interface PolicyOfFile extends Pick<FeedPolicy, 'groups'> {
  readonly maxZeroedPercent?: number;
}

interface SafetyValues {
  readonly 'max-zeroed'?: string;
  readonly 'allow-empty': boolean;
}

/** Reads them; throws `UsageError`. What the command line says goes over the policy, for every group too. */
export function safetyOf(values: SafetyValues, policy: PolicyOfFile): SafetyOptions {
  const asked = values['max-zeroed'];
  const maxZeroedPercent =
    asked === undefined ? (policy.maxZeroedPercent ?? 50) : percentIn(`--max-zeroed ${asked}`, asked);
  const ofGroups = asked === undefined ? (policy.groups ?? []) : [];
  const limits = ofGroups.flatMap((one) =>
    one.maxZeroedPercent === undefined ? [] : [[one.name, one.maxZeroedPercent] as const],
  );
  return {
    allowEmpty: values['allow-empty'],
    maxZeroedPercent,
    ...(limits.length > 0 && { maxZeroedPercentOf: Object.fromEntries(limits) }),
  };
}
