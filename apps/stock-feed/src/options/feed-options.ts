import type { FeedPolicy } from '../feed-policy.ts';
import type { SafetyOptions } from '../safety.ts';
import { policyHelp, policyOf, policyOptions } from './policy-options.ts';
import { safetyHelp, safetyOf, safetyOptions } from './safety-options.ts';

/** What a feed holds, and when it is not believed. */
export const feedOptions = { ...policyOptions, ...safetyOptions } as const;

export const feedHelp = `${policyHelp}${safetyHelp}`;

type FeedValues = Parameters<typeof policyOf>[0] & Parameters<typeof safetyOf>[0];

/** Reads them; throws `UsageError`. A policy file says something about both. */
export function feedOf(values: FeedValues, cwd: string): { policy: FeedPolicy; safety: SafetyOptions } {
  const { maxZeroedPercent, ...policy } = policyOf(values, cwd);
  const limits = { ...policy, ...(maxZeroedPercent !== undefined && { maxZeroedPercent }) };
  return { policy, safety: safetyOf(values, limits) };
}
