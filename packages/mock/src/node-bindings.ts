/** What @hono/node-server hands over beside the request; absent when the app is called in process. */
export interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string; readonly encrypted?: boolean } };
  readonly outgoing?: { once(event: 'close', listener: () => void): unknown };
}

/** The caller's address, the short way where it is of the old kind. */
export const addressOf = (bindings: NodeBindings | undefined) =>
  (bindings?.incoming?.socket?.remoteAddress ?? '127.0.0.1').replace(/^::ffff:(?=\d+\.)/, '');

/** What links in an answer begin with: they lead back the way that the request came. */
export const schemeOf = (bindings: NodeBindings | undefined) =>
  bindings?.incoming?.socket?.encrypted === true ? 'https' : 'http';
