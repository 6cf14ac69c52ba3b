import type { Access } from '@erply-kit/command-line/server';

import type { FeedRow } from '../src/feed-row.ts';
import { type ServeLimits, serveFeed, serveLimits } from '../src/serve/serve-feed.ts';
import { createFeedStore, createRows } from '../src/store/feed-store.ts';

export interface ScriptedServerOptions {
  readonly access?: Partial<Access>;
  readonly limits?: Partial<ServeLimits>;
  readonly sum?: boolean;
}

const mostTurns = 100_000;

/** A server over a feed that changes when a test says so. */
export async function startScriptedServer(options: ScriptedServerOptions = {}) {
  const store = createFeedStore();
  const stop = new AbortController();
  const timers: { readonly milliseconds: number; readonly task: () => void }[] = [];
  const clock = { nowMs: 1_700_000_000_000 };
  const notes: string[] = [];
  let refresh = Promise.withResolvers<boolean>();
  let slept = Promise.withResolvers<void>();
  const { promise: listening, resolve: onListening } = Promise.withResolvers<string>();
  stop.signal.addEventListener('abort', () => {
    slept.resolve();
    refresh.reject(new Error('stopped'));
  });
  const served = serveFeed({
    feed: { store, refresh: () => refresh.promise },
    policy: {
      ...{ rows: 'all', identifiers: true, sum: options.sum ?? false, negative: 'zero' },
      ...{ warehouses: [], offline: false },
    },
    access: { host: '127.0.0.1', ...options.access },
    ...{ port: 0, everyMs: 60_000, maxAgeMs: 180_000 },
    limits: { ...serveLimits, ...options.limits },
    onListening,
    note: (line) => notes.push(line),
    now: () => clock.nowMs,
    sleep: () => slept.promise,
    every(milliseconds, task) {
      const timer = { milliseconds, task };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    signal: stop.signal,
  });
  const url = await Promise.race([listening, served.then(() => Promise.reject(new Error('it ended')))]);
  /** Lets the timers of a server that ends come to their time. */
  async function untilEnded(isDue: (milliseconds: number) => boolean) {
    let hasEnded = false;
    const noteEnd = () => {
      hasEnded = true;
    };
    served.then(noteEnd, noteEnd);
    for (let turn = 0; !hasEnded && turn < mostTurns; turn++) {
      for (const timer of [...timers]) if (isDue(timer.milliseconds)) timer.task();
      await new Promise((next) => setImmediate(next));
    }
    if (!hasEnded) throw new Error('the server does not end');
    await served;
  }
  return {
    ...{ url, store, clock, timers, notes },
    /** The next read of Erply ends well, with these rows. */
    async read(rows: readonly FeedRow[], warehouses = [1, 2]) {
      const next = createRows();
      for (const row of rows) next.add(row);
      store.accept(next, {
        ...{ serverTime: Math.floor(clock.nowMs / 1000) },
        warehouses: warehouses.map((warehouseID) => ({
          warehouseID,
          name: `Depot ${warehouseID}`,
          stockRows: 1,
        })),
      });
      const done = refresh;
      refresh = Promise.withResolvers();
      done.resolve(true);
      // The loop comes to its sleep.
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      const woken = slept;
      slept = Promise.withResolvers();
      woken.resolve();
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    },
    get: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      fetch(url + path, {
        headers: { 'accept-encoding': 'identity', ...headers },
        method,
        redirect: 'manual',
      }),
    /** As SIGTERM does: comes back when the server has ended by itself. */
    async stop() {
      stop.abort('SIGTERM');
      await untilEnded((milliseconds) => milliseconds < serveLimits.graceMs);
    },
    /** The grace is over. */
    async [Symbol.asyncDispose]() {
      stop.abort('SIGTERM');
      await untilEnded(() => true);
    },
  };
}

/** Rows of products 1 to `count` in two warehouses. */
export function rowsTo(
  count: number,
  availableOf: (productID: number, warehouseID: number) => number = () => 5,
) {
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((productID) =>
    [1, 2].map(
      (warehouseID): FeedRow => ({
        ...{ productID, warehouseID, available: availableOf(productID, warehouseID) },
        ...{ code: `P${productID}`, code2: '' },
      }),
    ),
  );
}
