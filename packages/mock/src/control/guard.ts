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
 * Why somebody may not use the control API. Pages in a browser may not: a request with an Origin, or with a Host that is
 * neither loopback nor configured (DNS rebinding), is refused. Off loopback it takes the control token.
 */
export function controlRefusal(
  header: (name: string) => string | undefined,
  options: ResolvedOptions,
  boundHost: string,
): string | undefined {
  if (header('origin') !== undefined) return 'the control API is not for web pages';
  const token = header('authorization')?.replace(/^Bearer /i, '');
  const hasToken =
    options.controlToken !== undefined && token !== undefined && isSame(token, options.controlToken);
  // Who holds the token may call the server by any name: a container's, say.
  if (!hasToken && !isOwnHost(header('host'), options, boundHost))
    return 'the Host header is neither loopback nor this server: set --public-url';
  if (hasToken || isLoopback(boundHost)) return undefined;
  const fix =
    options.controlToken === undefined ? 'start with --control-token and send it' : 'send the control token';
  return `not on loopback: ${fix} as Authorization: Bearer`;
}

/** Lets through who may use the control API. */
export function guard(options: ResolvedOptions, boundHost: string): MiddlewareHandler {
  return async (c, next) => {
    const error = controlRefusal((name) => c.req.header(name), options, boundHost);
    return error === undefined ? next() : c.json({ error }, 403);
  };
}
