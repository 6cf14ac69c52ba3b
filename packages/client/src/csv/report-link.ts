import { Failure } from '../errors/failure.ts';

interface LinkRules {
  readonly apiUrl: URL;
  readonly allowLinkHosts: readonly string[];
  /** Whether a text has the session key or the password in it. */
  readonly isSecret: (text: string) => boolean;
}

/**
 * Where a report file may be fetched from: the API's own origin, https://*.erply.com (plain http is raised to https),
 * and hosts that the program allows. An answer could name any host, one of the inner network among them.
 */
export function checkReportLink(link: unknown, rules: LinkRules): URL {
  if (typeof link !== 'string' || !URL.canParse(link))
    throw createRefusal('the report link is not an address');
  const url = new URL(link);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw createRefusal('the report link is not a plain web address');
  }
  if (url.origin === rules.apiUrl.origin) return url;
  if (isHostedByErply(url) || isApiHostWithoutTls(url, rules.apiUrl)) {
    url.protocol = 'https:';
    return url;
  }
  if (isAllowed(url, rules.allowLinkHosts)) return url;
  // The one word of a server in a message: without it, nobody could say whether it is right.
  if (url.host.length > longestHost || rules.isSecret(url.host))
    throw createRefusal('the report link leads to a host with a name that no host has');
  throw createRefusal(`the report link leads to ${url.host}`, {
    option: 'allowLinkHosts',
    advice: 'list it in allowLinkHosts if it is right',
  });
}

/** What DNS allows, and a port. */
const longestHost = 260;

/** On the usual ports only: `URL` leaves them out. */
function isHostedByErply(url: URL): boolean {
  return url.hostname.endsWith('.erply.com') && url.port === '';
}

function isApiHostWithoutTls(url: URL, apiUrl: URL): boolean {
  return (
    url.hostname === apiUrl.hostname && url.port === '' && apiUrl.protocol === 'https:' && apiUrl.port === ''
  );
}

/** By its name alone, or with the port that it is asked on. */
function isAllowed({ hostname, port, protocol }: URL, hosts: readonly string[]): boolean {
  const usualPort = protocol === 'https:' ? '443' : '80';
  return hosts
    .map((host) => host.toLowerCase())
    .some((host) => host === hostname || host === `${hostname}:${port || usualPort}`);
}

function createRefusal(message: string, allowedBy?: Failure['facts']['allowedBy']): Failure {
  return new Failure(message, { kind: 'usage', recovery: 'none', ...(allowedBy && { allowedBy }) });
}
