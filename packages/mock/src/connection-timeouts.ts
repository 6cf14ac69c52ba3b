/** How long a connection may take, in milliseconds. */
export interface ConnectionTimeouts {
  /** Until the headers of a request are there; from the start where a connection says nothing at all. */
  readonly headersMs: number;
  /** Until a request is there with its body: slow uploads that go on are let in for so long. */
  readonly requestMs: number;
  /** Without a byte either way, while a request comes in or an answer is not taken. */
  readonly silenceMs: number;
  /** Until the next request of a connection that is kept. */
  readonly keepAliveMs: number;
  /** How often connections are looked at: one may live longer by so much. */
  readonly checkEveryMs: number;
}

/** Connections that are half open would be kept for ever: by an upload that stopped, or a reader that is gone. */
export const connectionTimeouts: ConnectionTimeouts = {
  headersMs: 30_000,
  requestMs: 600_000,
  silenceMs: 120_000,
  // Node ends idle connections after 5 s; on a busy machine that hits clients which are just about to send.
  keepAliveMs: 75_000,
  checkEveryMs: 5000,
};
