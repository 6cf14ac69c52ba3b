import { calls } from '@erply-kit/schemas';

import type { BulkRequest, BulkResults } from './bulk/bulk-request.ts';
import { runBulk } from './bulk/run-bulk.ts';
import { type CallByName, createCallByName } from './call-by-name.ts';
import { type CallMethod, createCallMethod } from './call-method.ts';
import type { CallOptions, ClientOptions } from './client-options.ts';
import { createContext } from './create-context.ts';
import { requireNode } from './require-node.ts';
import type { Usage } from './usage.ts';

/** One method for each call that `@erply-kit/schemas` defines. */
export type CallMethods = { readonly [K in keyof typeof calls]: CallMethod<K> };

/** A client of one account: a method for each of Erply's calls, and what concerns them all. */
export interface ErplyClient extends CallMethods, AsyncDisposable {
  /**
   * Makes a call by its name, also one that the schemas do not know: its records come as they were sent, and it counts
   * as a write, which is never repeated once it was sent, unless `effect: 'read'` says that it changes nothing. Such a
   * call has no pages. One that the schemas know is the same as its method.
   *
   * @example
   * const { records } = await client.call('getRegisterSettings', { pointOfSaleID: 1 }, { effect: 'read' });
   * await client.bulk([client.call.request('saveRegisterSettings', { pointOfSaleID: 1, isOpen: true })]);
   */
  readonly call: CallByName;
  /**
   * Makes many calls with few requests, for a tenth of the price each. They run in order, and one that fails leaves
   * the others alone; each result says for itself whether it is an answer or an error.
   *
   * @example
   * const [groups, product] = await client.bulk([
   *   client.getProductGroups.request(),
   *   client.getProducts.request({ productID: 7 }),
   * ]);
   */
  bulk<const TRequests extends readonly BulkRequest<string>[]>(
    requests: TRequests,
    options?: CallOptions,
  ): Promise<BulkResults<TRequests>>;
  /** What this client has used so far. */
  usage(): Usage;
  /** Ends the client: calls that are under way fail with kind `aborted`, connections are let go. */
  close(): Promise<void>;
}

/**
 * Makes a client of one account. Nothing is sent before the first call.
 *
 * @throws ErplyError of kind `usage` when options are wrong, or would send the password readable over the network, and
 * on a Node that is too old.
 *
 * @example
 * const client = createClient({ clientCode: '100001', username: 'demo', password: 'demouser' });
 * for await (const product of client.getProducts.all({ status: 'ACTIVE' })) console.log(product.name);
 * await client.close();
 */
export function createClient(options: ClientOptions): ErplyClient {
  requireNode();
  const closing = new AbortController();
  const context = createContext(options, closing.signal);
  const methods = Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [name, createCallMethod(call, context)]),
  );
  const close = async () => {
    closing.abort();
    await context.transport.close?.();
  };
  const verbs = {
    call: createCallByName(methods, context),
    bulk: (requests: readonly BulkRequest<string>[], callOptions: CallOptions = {}) =>
      runBulk(requests, callOptions, context),
    usage: () => context.usage.read(),
    close,
    [Symbol.asyncDispose]: close,
  };
  return { ...methods, ...verbs } as unknown as ErplyClient;
}
