import { createHash, timingSafeEqual } from 'node:crypto';

import type { MiddlewareHandler } from 'hono';

import type { ResolvedOptions } from '../options.ts';
import { isLoopback } from './is-loopback.ts';

const hostName = (header: string) => header.replace(/:\d+$/, '').toLowerCase();
const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares without telling by its duration how much was right. */
const isSame = (left: string, right: string) => timingSafeEqual(digest(left), digest(right));

function isOwnHost(header: string | undefined, options: ResolvedOptions, boundHost: string): boolean {
  if (header === undefined) return false;
  const name = hostName(header);
  if (isLoopback(name) || name === boundHost) return true;
  return options.publicUrl !== undefined && name === hostName(new URL(options.publicUrl).host);
}

/**
 * Who may use the control API. Pages in a browser may not: a request with an Origin, or with a Host that is neither
 * loopback nor configured (DNS rebinding), is refused. Off loopback it takes the control token.
 */
export function guard(options: ResolvedOptions, boundHost: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.header('origin') !== undefined)
      return c.json({ error: 'the control API is not for web pages' }, 403);
    const token = c.req.header('authorization')?.replace(/^Bearer /i, '');
    const hasToken =
      options.controlToken !== undefined && token !== undefined && isSame(token, options.controlToken);
    // Who holds the token may call the server by any name: a container's, say.
    if (!hasToken && !isOwnHost(c.req.header('host'), options, boundHost)) {
      return c.json({ error: 'the Host header is neither loopback nor this server: set --public-url' }, 403);
    }
    if (!hasToken && !isLoopback(boundHost)) {
      const fix =
        options.controlToken === undefined
          ? 'start with --control-token and send it'
          : 'send the control token';
      return c.json({ error: `not on loopback: ${fix} as Authorization: Bearer` }, 403);
    }
    return next();
  };
}
