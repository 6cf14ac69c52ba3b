import { type AllowingOption, type ErplyError, isErplyError } from '@erply-kit/client';

import { UsageError } from './usage-error.ts';

/** What the options of the client are called here. */
const advice: Readonly<Record<AllowingOption, string>> = {
  allowInsecure: 'use https, or allow it with --allow-insecure or ERPLY_ALLOW_INSECURE=1',
  allowLinkHosts: 'if that is right, allow it with --allow-link-host or ERPLY_ALLOW_LINK_HOSTS',
};

/** What an error of the client says, with the names that a user of this program knows. No full stop. */
export function clientMessage({ message, option, problem }: ErplyError): string {
  return option === undefined ? message.replace(/\.$/, '') : `${problem}; ${advice[option]}`;
}

/** Does what fails only when the command line or the environment is wrong. */
export function orUsageError<TResult>(act: () => TResult): TResult {
  try {
    return act();
  } catch (error) {
    throw isErplyError(error) ? new UsageError(clientMessage(error)) : error;
  }
}
