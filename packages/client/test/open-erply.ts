import { type RunningMock, type StartOptions, startMock } from '@erply-kit/mock';
import { refuseCanaries } from '@erply-kit/tooling';

import { type ClientEvent, type ClientOptions, createClient, type ErplyClient } from '../src/index.ts';
import { credentials } from './open-client.ts';
import { printed } from './printed.ts';

export interface OpenErply extends AsyncDisposable {
  readonly erply: RunningMock;
  /** The account of the client, as another user of it sees it. */
  readonly account: ReturnType<RunningMock['account']>;
  readonly client: ErplyClient;
  readonly events: ClientEvent[];
  /** Requests that reached the server, by name. */
  requests(): string[];
  /** Another client of the same account. */
  another(options?: Partial<ClientOptions>): ErplyClient;
}

/**
 * A fake Erply on a port of this machine, and a client of one of its accounts. Its end throws when a canary is in an event,
 * or in a journal that is masked or the bundle of it.
 */
export async function openErply(
  options: { readonly mock?: StartOptions; readonly client?: Partial<ClientOptions> } = {},
): Promise<OpenErply> {
  const erply = await startMock({ seed: 1, port: 0, ...options.mock });
  const account = erply.account(credentials.clientCode);
  const events: ClientEvent[] = [];
  const clients: ErplyClient[] = [];
  const another = (more: Partial<ClientOptions> = {}) => {
    const onEvent = (event: ClientEvent) => void events.push(event);
    const client = createClient({ ...credentials, url: erply.url, onEvent, ...options.client, ...more });
    clients.push(client);
    return client;
  };
  return {
    erply,
    account,
    events,
    client: another(),
    another,
    requests: () => account.journal().entries.map((entry) => entry.request),
    async [Symbol.asyncDispose]() {
      for (const client of clients) await client.close();
      const { journal = 'masked' } = options.mock ?? {};
      const kept = journal === 'masked' ? [account.journal(), account.bundle()] : [];
      await erply.close();
      refuseCanaries('what the client and the fake keep', printed([events, kept, account.report()]));
    },
  };
}
