import { isIP } from 'node:net';

import { UsageError } from '@erply-kit/command-line';

/** Where deliveries go. */
export interface Receiver {
  readonly url: string;
  /** For messages: scheme, host and port. The rest of an address often is a secret. */
  readonly label: string;
}

/**
 * Reads the address of a receiver.
 *
 * @throws UsageError where it is not one, or where deliveries would go over plain http to another machine.
 */
export function readReceiver(text: string, allowInsecure: boolean): Receiver {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw new UsageError('--to needs an address such as https://shop.example/stock');
  if (url.username !== '' || url.password !== '')
    throw new UsageError('--to takes no user and no password: deliveries are signed');
  if (url.hash !== '') throw new UsageError('--to takes no part behind #: it never reaches a receiver');
  if (url.protocol === 'http:' && !isThisMachine(url.hostname) && !allowInsecure)
    throw new UsageError('--to needs https for another machine, or --allow-insecure');
  return { url: url.href, label: url.origin };
}

function isThisMachine(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'))
  );
}
