import { FeedError } from '../feed-error.ts';

/** Why a receiver did not take a batch. */
export interface PushProblem {
  readonly kind: 'unreachable' | 'refused' | 'gone';
  readonly message: string;
}

/** A batch was not acknowledged; the message is one sentence for an operator. */
export class PushError extends FeedError {
  readonly kind: PushProblem['kind'];

  constructor({ kind, message }: PushProblem) {
    super(message);
    this.kind = kind;
  }
}
