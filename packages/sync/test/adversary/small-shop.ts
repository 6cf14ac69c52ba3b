import { createClient, createFetchTransport, type Transport } from '@erply-kit/client';
import { type AccountControl, createMock, type Mock } from '@erply-kit/mock';

import type { SyncClient } from '../../src/lane.ts';

/** Nothing listens there. */
const url = 'http://127.0.0.1:1';

/** A shop of few records that is read in pages of few, by a client whose waits move the shop's clock. */
export interface SmallShop {
  readonly account: AccountControl;
  readonly transport: Transport;
  /** Milliseconds since 1970, by the shop's clock. */
  now(): number;
  connect(settings: ClientSettings): SmallClient;
}

export type SmallClient = SyncClient & AsyncDisposable;

export interface ClientSettings {
  readonly transport: Transport;
  /** Rows of a page. */
  readonly pageSize: number;
  /** Requests made for one call at most. */
  readonly attempts: number;
  /** @default 'demouser' */
  readonly password?: string;
}

let mock: Mock | undefined;

/** A fake of its own, made once: with the next shop of the same account, this one is as it was at first. */
export function openSmallShop(clientCode = '100001'): SmallShop {
  mock ??= createMock({
    ...{ seed: 1, products: 14, customers: 10, warehouses: 2, documents: 6, quota: 1e9 },
    ...{ now: '2026-03-02T10:00:00Z', frozen: true, publicUrl: url, journal: 'off' },
    sleep: async () => {},
  });
  mock.account(clientCode).forget();
  const account = mock.account(clientCode);
  const now = () => account.clock.read().now * 1000;
  const monotonic = clockOf(account);
  const { app } = mock;
  const fetch = async (address: string, init: RequestInit) => app.request(address, init);
  return {
    ...{ account, now, transport: createFetchTransport({ fetch }) },
    connect({ transport, pageSize, attempts, password = 'demouser' }) {
      const client = createClient({
        ...{ clientCode, username: 'demo', password, url, transport, retry: { attempts } },
        clock: { now, monotonic: monotonic.read, alarm: () => () => {} },
        wait: async (ms) => monotonic.pass(ms),
        random: () => 0.5,
      });
      return withPages(client, pageSize);
    },
  };
}

/** Waits are over at once: they move the shop's clock, and that of the client, by what they would have taken. */
function clockOf({ clock }: AccountControl) {
  let passed = 0;
  return {
    read: () => passed,
    pass(ms: number) {
      passed += ms;
      clock.advance(Math.ceil(ms / 1000));
    },
  };
}

/** The client with pages of so many rows, whatever the call allows. */
function withPages<TClient extends object>(client: TClient, pageSize: number): TClient {
  const limited = new Map<PropertyKey, unknown>();
  return new Proxy(client, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function' || !('pages' in method)) return method;
      const known = limited.get(name);
      if (known) return known;
      const pages = method.pages as (input: object, options: object) => unknown;
      const small = new Proxy(method, {
        get: (verbs, verb) =>
          verb === 'pages'
            ? (input: object, options: object) => pages(input, { ...options, pageSize })
            : Reflect.get(verbs, verb),
      });
      limited.set(name, small);
      return small;
    },
  });
}
