import type { Wait } from '../time/wait.ts';
import type { Places } from './places.ts';
import type { SendRate } from './send-rate.ts';
import { createTurnQueue } from './turn-queue.ts';

export interface Entrance {
  /** False for a login, which runs in the place of the calls that wait for it: they hold places and send nothing. */
  readonly takesPlace: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Asked before a wait of known length; throws to refuse it. */
  readonly mayWait?: ((delayMs: number) => void) | undefined;
  /** The last word, asked when everything else is free. */
  readonly admit: () => boolean;
}

/** What Erply's front end allows one address: so many requests at once, and so many in a window of time. */
export interface AddressGate {
  /** Waits until a request may go. The returned function, to be called once, ends it; `undefined` if not admitted. */
  enter(entrance: Entrance): Promise<(() => void) | undefined>;
}

export function createAddressGate(options: {
  readonly rate: SendRate;
  readonly places: Places;
  readonly wait: Wait;
}): AddressGate {
  const { rate, places, wait } = options;
  const queue = createTurnQueue();

  const pass = async (entrance: Entrance) => {
    for (let delayMs = rate.delayMs(); delayMs > 0; delayMs = rate.delayMs()) {
      entrance.mayWait?.(delayMs);
      await wait(delayMs, { signal: entrance.signal });
    }
    if (!entrance.admit()) return undefined;
    rate.note();
    return entrance.takesPlace ? places.take() : () => {};
  };

  return {
    async enter(entrance) {
      if (!entrance.takesPlace) return pass(entrance);
      const passTurn = await queue.join(entrance.signal);
      try {
        // Only the head of the queue waits for a place, so nobody takes it away while the rate makes it wait, too.
        await places.untilFree(entrance.signal);
        return await pass(entrance);
      } finally {
        passTurn();
      }
    },
  };
}
