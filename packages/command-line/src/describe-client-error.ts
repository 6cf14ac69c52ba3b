import type { AllowingOption, ErplyError } from '@erply-kit/client';

/** What the options of the client are called here. */
const advice: Readonly<Record<AllowingOption, string>> = {
  allowInsecure: 'use https, or allow it with --allow-insecure or ERPLY_ALLOW_INSECURE=1',
  allowLinkHosts: 'if that is right, allow it with --allow-link-host or ERPLY_ALLOW_LINK_HOSTS',
};

/** What an error of the client says, with the names that a user of a program knows. No full stop. */
export function describeClientError({ message, option, problem }: ErplyError): string {
  return option === undefined ? message.replace(/\.$/, '') : `${problem}; ${advice[option]}`;
}
