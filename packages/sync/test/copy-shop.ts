import type { RunReport } from '../src/report.ts';
import { type RunOptions, runLanes } from '../src/run-lanes.ts';
import type { Entry } from '../src/sink.ts';
import { createMemorySink, type MemorySink } from '../src/testing/memory-sink.ts';
import { mainLanes } from './main-lanes.ts';
import type { TestShop } from './test-shop.ts';

type Options = Partial<RunOptions<Entry>> & { readonly transport?: TestShop['transport'] };

/** A copy of a test shop in memory. */
export interface ShopCopy {
  readonly sink: MemorySink;
  /** One run as a new process would make it. @default lanes `mainLanes` */
  run(options?: Options): Promise<RunReport>;
}

/** Our own clock, as right as the shop's. */
export const shopClock = ({ account }: TestShop) => ({ now: () => account.clock.read().now * 1000 });

export function openCopy(shop: TestShop): ShopCopy {
  const sink = createMemorySink();
  return {
    sink,
    async run({ transport = shop.transport, ...options } = {}) {
      await using client = shop.connect({ transport, retry: { attempts: 1 } });
      return await runLanes({ client, sink, clock: shopClock(shop), lanes: mainLanes, ...options });
    },
  };
}
