import { isIP } from 'node:net';

const hostName = (host: string) => host.replace(/:\d*$/, '').toLowerCase();

/** Names below which the first label is an account, whatever it looks like. */
const erplyHosts = ['erply.com', 'localhost'];

/**
 * The client code in a Host such as `100001.erply.com`, where Erply's accounts live. Elsewhere only digits are taken
 * for one, so that the name of a container is not.
 */
export function codeOfHost(host: string, publicUrl: string | undefined): string | undefined {
  const name = hostName(host);
  const dotAt = name.indexOf('.');
  if (dotAt < 1 || isIP(name) !== 0) return undefined;
  const label = name.slice(0, dotAt);
  const rest = name.slice(dotAt + 1);
  const isBelow = [...erplyHosts, ...(publicUrl === undefined ? [] : [hostName(new URL(publicUrl).host)])];
  return isBelow.includes(rest) || /^\d+$/.test(label) ? label : undefined;
}
