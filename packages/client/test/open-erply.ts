import { type RunningMock, type StartOptions, startMock } from '@erply-kit/mock';

import { type ClientEvent, type ClientOptions, createClient, type ErplyClient } from '../src/index.ts';
import { credentials } from './open-client.ts';

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

/** A fake Erply on a port of this machine, and a client of one of its accounts. */
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
      await erply.close();
    },
  };
}
