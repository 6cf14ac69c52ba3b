import type { CallOptions } from './client-options.ts';
import type { Context } from './context.ts';
import { beginLifetime, type Lifetime } from './time/lifetime.ts';

/** Runs something within the lifetime that a caller gives it, and lets go of timers and listeners at its end. */
export async function runWithinLifetime<TValue>(
  context: Context,
  options: CallOptions | undefined,
  run: (lifetime: Lifetime) => Promise<TValue>,
): Promise<TValue> {
  const lifetime = beginCallLifetime(context, options);
  try {
    return await run(lifetime);
  } finally {
    lifetime.end();
  }
}

/** How long a call may go on: until the caller or the client ends it, or the deadline passes. */
export function beginCallLifetime(context: Context, options: CallOptions | undefined): Lifetime {
  return beginLifetime({
    clock: context.clock,
    signals: [
      { signal: options?.signal, message: 'aborted by the caller' },
      { signal: context.closing, message: 'the client was closed' },
    ],
    deadline: options?.deadline === undefined ? undefined : Number(options.deadline),
  });
}
