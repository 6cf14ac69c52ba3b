import type { Dispatcher } from 'undici';

import { checkOptions } from '../options/check-options.ts';
import { objectWith, type RulesOf } from '../options/option-rule.ts';

export interface UndiciTransportOptions {
  /** A dispatcher of undici, such as an `EnvHttpProxyAgent`; it is not closed with the client. */
  readonly dispatcher?: Dispatcher;
}

const rules: RulesOf<UndiciTransportOptions> = {
  dispatcher: objectWith(['request'], 'new Agent() of undici'),
};

/** @throws ErplyError of kind `usage` when an option is unknown or of a wrong type. */
export function checkUndiciOptions(options: UndiciTransportOptions): void {
  checkOptions({ name: 'createUndiciTransport' }, options, rules);
}
