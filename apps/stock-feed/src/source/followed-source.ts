import type { ErplyClient } from '@erply-kit/client';

import { createErplySource } from './erply-source.ts';
import { readShop } from './read-shop.ts';
import { readShopChanges } from './read-shop-changes.ts';
import type { ShopState } from './shop-state.ts';
import type { StockSource } from './stock-source.ts';

/** A source that keeps in memory what it has read. All reads between two refreshes are of one state. */
export interface FollowedSource extends StockSource {
  /**
   * Reads what has changed; everything the first time, when the last full read is older than `fullEveryMs`, and when
   * Erply's clock has gone back. Where it throws, the state stays what it was.
   *
   * @param options.full everything, whenever that was read last
   */
  refresh(options?: { readonly full?: boolean }): Promise<Refreshed>;
}

export interface Refreshed {
  /** Whether anything was read that differs; after a full read nobody has compared, so it is `true`. */
  readonly changed: boolean;
  /** Whether everything was read. */
  readonly full: boolean;
  /** Erply's clock at the first answer, Unix seconds: everything is right as of then. */
  readonly serverTime: number;
}

export interface FollowOptions {
  readonly client: ErplyClient;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds after which everything is read again. */
  readonly fullEveryMs: number;
}

/** Follows an account: `watch`, `serve` and `push` read it. Nothing is read before the first `refresh`. */
export function followErply(options: FollowOptions): FollowedSource {
  const source = createErplySource(options.client, options.signal);
  let state: ShopState | undefined;
  let fullAt = 0;
  const current = () => {
    if (!state) throw new Error('refresh comes first');
    return state;
  };
  const readAll = async (): Promise<Refreshed> => {
    const startedAt = options.now();
    state = await readShop(source, options);
    fullAt = startedAt;
    return { changed: true, full: true, serverTime: state.serverTime };
  };
  return {
    async refresh({ full = false } = {}) {
      if (full || !state || options.now() - fullAt >= options.fullEveryMs) return await readAll();
      const changes = await readShopChanges(state, source, options);
      if (!changes) return await readAll();
      const changed = state.apply(changes);
      return { changed, full: false, serverTime: state.serverTime };
    },
    warehouses: async () => ({ warehouses: current().warehouses, serverTime: current().serverTime }),
    async *stock(warehouse) {
      yield current().stockOf(warehouse.warehouseID);
    },
    countEmptied: (warehouse, since) => source.countEmptied(warehouse, since),
    async *products() {
      yield* current().products();
    },
  };
}
