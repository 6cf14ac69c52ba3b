import { waitUntilCalled } from '../time/until.ts';

/** Lets one caller through after the other, first come first served. */
export interface TurnQueue {
  /** Waits for its turn. The returned function lets the next one through. */
  join(signal: AbortSignal | undefined): Promise<() => void>;
}

export function createTurnQueue(): TurnQueue {
  const waiting: (() => void)[] = [];
  let isBusy = false;

  const pass = () => {
    const next = waiting.shift();
    if (next) next();
    else isBusy = false;
  };
  const leave = (wake: () => void) => {
    const index = waiting.indexOf(wake);
    if (index >= 0) waiting.splice(index, 1);
  };

  return {
    async join(signal) {
      signal?.throwIfAborted();
      if (isBusy) {
        await waitUntilCalled(signal, (wake) => {
          waiting.push(wake);
          return () => leave(wake);
        });
      }
      isBusy = true;
      return pass;
    },
  };
}
