import { untilCalled } from '../time/until.ts';

/** Places for requests in flight. One waits at a time: those behind it stand in a queue. */
export interface Places {
  /** Waits until a place is free; it is not taken yet. */
  untilFree(signal: AbortSignal | undefined): Promise<void>;
  /** Takes a place. The returned function, to be called once, gives it back. */
  take(): () => void;
}

export function createPlaces(count: number): Places {
  let taken = 0;
  let onFree: (() => void) | undefined;

  return {
    async untilFree(signal) {
      if (taken < count) return;
      await untilCalled(signal, (wake) => {
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
