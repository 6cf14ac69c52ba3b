import { isInMilliseconds } from '@erply-kit/schemas';

import type { CallOptions } from '../client-options.ts';
import type { Clock } from '../time/clock.ts';
import { checkOptions } from './check-options.ts';
import { type Asked, createMisuseError } from './misuse.ts';
import type { OptionRules } from './option-rule.ts';

/** Checks the options of a call by their rules, and that its deadline is a time, and neither seconds nor a span. */
export function checkCallOptions(
  asked: Asked,
  options: CallOptions,
  by: { readonly rules: OptionRules; readonly clock: Clock },
): void {
  checkOptions(asked, options, by.rules);
  const { deadline } = options;
  // A clock of a test may stand before it, too.
  if (deadline === undefined || isInMilliseconds(Number(deadline)) || !isInMilliseconds(by.clock.now()))
    return;
  throw createMisuseError(
    asked,
    'deadline is before March 1973: give a Date or milliseconds since 1970, such as Date.now() + 30_000',
  );
}
