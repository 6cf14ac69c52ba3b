import { isIP } from 'node:net';

/**
 * A host is this machine itself: by an address that says so, or as `localhost`. Any other name may be made to point
 * anywhere, whatever it begins with.
 */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  const address = name.replace(/^::ffff:/, '');
  return isIP(address) === 4 && address.startsWith('127.');
}
