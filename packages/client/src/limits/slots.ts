import { waitUntilCalled } from '../time/until.ts';

/** Slots for requests in flight. One waits at a time: those behind it stand in a queue. */
export interface Slots {
  /** Waits until a slot is free; it is not taken yet. */
  untilFree(signal: AbortSignal | undefined): Promise<void>;
  /** Takes a slot. The returned function, to be called once, gives it back. */
  take(): () => void;
}

export function createSlots(count: number): Slots {
  let taken = 0;
  let onFree: (() => void) | undefined;

  return {
    async untilFree(signal) {
      if (taken < count) return;
      await waitUntilCalled(signal, (wake) => {
        onFree = wake;
        return () => {
          onFree = undefined;
        };
      });
    },
    take() {
      taken += 1;
      return () => {
        taken -= 1;
        onFree?.();
        onFree = undefined;
      };
    },
  };
}
