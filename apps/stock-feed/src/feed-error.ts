/** The feed cannot or must not be written: the message is one sentence for an operator. Exit code 1. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
}
