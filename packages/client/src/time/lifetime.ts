import type { Clock } from './clock.ts';

/** Why a call, or one try of it, ended without an answer. The reason of the signals below. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly kind: 'aborted' | 'timeout';

  constructor(kind: 'aborted' | 'timeout', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** How long something may go on. */
export interface Lifetime {
  /** Aborts, with an `Interruption` as its reason, when the time is over. */
  readonly signal: AbortSignal;
  /** Milliseconds left; Infinity without a deadline. */
  remainingMs(): number;
  /** Lets go of timers and listeners. */
  end(): void;
}

interface LifetimeOptions {
  readonly clock: Clock;
  /** Signals that end it, each with what to say to the operator. */
  readonly signals: readonly { readonly signal: AbortSignal | undefined; readonly message: string }[];
  /** Milliseconds since 1970. */
  readonly deadline?: number | undefined;
}

/** Joins signals and a deadline into one signal. */
export function beginLifetime(options: LifetimeOptions): Lifetime {
  const { clock, deadline } = options;
  const controller = new AbortController();
  const releases: (() => void)[] = [];
  const remainingMs = () => (deadline === undefined ? Number.POSITIVE_INFINITY : deadline - clock.now());
  for (const { signal, message } of options.signals) {
    if (signal === undefined) continue;
    const onAbort = () => controller.abort(new Interruption('aborted', message));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    releases.push(() => signal.removeEventListener('abort', onAbort));
  }
  if (deadline !== undefined) {
    const onDeadline = () => controller.abort(new Interruption('timeout', 'the deadline passed'));
    if (remainingMs() <= 0) onDeadline();
    else releases.push(clock.alarm(remainingMs(), onDeadline));
  }
  const end = () => {
    for (const release of releases.splice(0)) release();
  };
  return { signal: controller.signal, remainingMs, end };
}

/** A signal that aborts with its parent, or when something takes longer than it may. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Begins to count again. */
  restart(): void;
  /** Stops counting; the parent still ends it. */
  pause(): void;
  /** Lets go of the timer and of the parent. */
  end(): void;
  /** Ends what goes on under the signal. */
  cancel(): void;
}

/** Limits the time of a part of something; begins to count at once. */
export function limitTime(parent: AbortSignal, timeoutMs: number, clock: Clock): TimeLimit {
  const controller = new AbortController();
  const onParent = () => controller.abort(parent.reason);
  const onTimeout = () =>
    controller.abort(new Interruption('timeout', `no answer within ${Math.round(timeoutMs / 1000)} s`));
  if (parent.aborted) onParent();
  else parent.addEventListener('abort', onParent, { once: true });
  let stop = clock.alarm(timeoutMs, onTimeout);
  const pause = () => stop();
  const end = () => {
    pause();
    parent.removeEventListener('abort', onParent);
  };
  return {
    signal: controller.signal,
    restart() {
      pause();
      stop = clock.alarm(timeoutMs, onTimeout);
    },
    pause,
    end,
    cancel() {
      end();
      controller.abort();
    },
  };
}
