import type { ServerResponse } from 'node:http';

/** An answer on its way, as far as the fake has a hand in it. */
export type Outgoing = Pick<
  ServerResponse,
  'once' | 'socket' | 'destroyed' | 'writeHead' | 'flushHeaders' | 'write'
>;

/** What @hono/node-server hands over beside the request; absent when the app is called in process. */
export interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string; readonly encrypted?: boolean } };
  readonly outgoing?: Outgoing;
}

/** The caller's address, the short way where it is of the old kind. */
export const addressOf = (bindings: NodeBindings | undefined) =>
  (bindings?.incoming?.socket?.remoteAddress ?? '127.0.0.1').replace(/^::ffff:(?=\d+\.)/, '');

/** What links in an answer begin with: they lead back the way that the request came. */
export const schemeOf = (bindings: NodeBindings | undefined) =>
  bindings?.incoming?.socket?.encrypted === true ? 'https' : 'http';
