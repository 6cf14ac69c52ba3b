import type { CallOptions, NamedCallOptions } from '../client-options.ts';
import type { CollectOptions, PageCursor, PageOptions } from '../paging/page.ts';
import {
  flag,
  type OptionRule,
  oneOf,
  optionsOf,
  type RulesOf,
  required,
  wholeNumber,
} from './option-rule.ts';

const signal: OptionRule = {
  expected: 'an AbortSignal, such as that of an AbortController',
  allows: (value) =>
    typeof (value as Partial<AbortSignal> | null)?.aborted === 'boolean' &&
    typeof (value as Partial<AbortSignal>).addEventListener === 'function',
};

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

const deadline: OptionRule = {
  expected: 'a Date or milliseconds since 1970, such as Date.now() + 30_000',
  allows: (value) => (typeof value === 'number' || isDate(value)) && !Number.isNaN(Number(value)),
};

/** What each option of a call may be. */
export const callOptionRules: RulesOf<CallOptions> = { signal, deadline, unset: oneOf('fill', 'keep') };

/** What each option of a call by its name may be. */
export const namedCallOptionRules: RulesOf<NamedCallOptions> = {
  ...callOptionRules,
  effect: oneOf('read', 'write'),
};

const cursor: RulesOf<PageCursor> = { offset: required(wholeNumber(0)), lastKey: wholeNumber(0) };

/** What each option of a read by pages may be. */
export const pageOptionRules: RulesOf<PageOptions> = {
  ...callOptionRules,
  from: optionsOf(cursor),
  inBulk: flag,
  // One row of each page may be that of the page before.
  pageSize: wholeNumber(2),
};

/** What each option of a read into an array may be. */
export const collectOptionRules: RulesOf<CollectOptions> = {
  ...pageOptionRules,
  limit: required(wholeNumber(1)),
};
