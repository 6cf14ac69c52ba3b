import type { Wait } from '../time/wait.ts';
import type { SendRate } from './send-rate.ts';
import type { Slots } from './slots.ts';
import { createTurnQueue } from './turn-queue.ts';

/** What a request asks for at the gate. */
export interface EntryRequest {
  /** False for a login, which runs in the slot of the calls that wait for it: they hold slots and send nothing. */
  readonly takesSlot: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Asked before a wait of known length; throws to refuse it. */
  readonly mayWait?: ((delayMs: number) => void) | undefined;
  /** The last word, asked when everything else is free. */
  readonly admit: () => boolean;
}

/** What Erply's front end allows one address: so many requests at once, and so many in a window of time. */
export interface AddressGate {
  /** Waits until a request may go. The returned function, to be called once, ends it; `undefined` if not admitted. */
  enter(entry: EntryRequest): Promise<(() => void) | undefined>;
}

export function createAddressGate(options: {
  readonly rate: SendRate;
  readonly slots: Slots;
  readonly wait: Wait;
}): AddressGate {
  const { rate, slots, wait } = options;
  const queue = createTurnQueue();

  const pass = async (entry: EntryRequest) => {
    for (let delayMs = rate.delayMs(); delayMs > 0; delayMs = rate.delayMs()) {
      entry.mayWait?.(delayMs);
      await wait(delayMs, { signal: entry.signal });
    }
    if (!entry.admit()) return undefined;
    rate.note();
    return entry.takesSlot ? slots.take() : () => {};
  };

  return {
    async enter(entry) {
      if (!entry.takesSlot) return pass(entry);
      const passTurn = await queue.join(entry.signal);
      try {
        // Only the head of the queue waits for a slot, so nobody takes it away while the rate makes it wait, too.
        await slots.untilFree(entry.signal);
        return await pass(entry);
      } finally {
        passTurn();
      }
    },
  };
}
