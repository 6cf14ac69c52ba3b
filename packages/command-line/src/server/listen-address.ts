import { isIP } from 'node:net';

import { UsageError } from '../usage-error.ts';

/** What a server listens on. */
export interface ListenAddress {
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/**
 * Reads `HOST:PORT`, or `PORT` alone for this machine only (127.0.0.1). An IPv6 address stands in brackets.
 *
 * @param name what it is given as, for the message: `--listen`
 * @throws UsageError
 */
export function readListenAddress(name: string, text: string): ListenAddress {
  const [, bracketed, plain, digits] = /^(?:(?:\[([^\]]+)\]|([^:[\]]+)):)?(\d{1,5})$/.exec(text.trim()) ?? [];
  const port = Number(digits ?? Number.NaN);
  const host = bracketed ?? plain ?? '127.0.0.1';
  const isHost = bracketed === undefined ? /^[\w.-]+$/.test(host) : isIP(bracketed) === 6;
  if (isHost && port <= 65_535) return { host, port };
  throw new UsageError(`${name} takes HOST:PORT or PORT, such as 127.0.0.1:9464 or [::1]:9464`);
}
