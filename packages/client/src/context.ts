import type { AnswerSizes } from './bulk/answer-sizes.ts';
import type { ClientEvent } from './events.ts';
import type { Limits } from './limits/limits.ts';
import type { Sessions } from './session/sessions.ts';
import type { Settings } from './settings.ts';
import type { Clock } from './time/clock.ts';
import type { Wait } from './time/wait.ts';
import type { Transport } from './transport/transport.ts';
import type { UsageCounter } from './usage.ts';
import type { RecordReader } from './validation/record-reader.ts';

/** What all calls of one client share. */
export interface Context {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly random: () => number;
  readonly newUUID: () => string;
  readonly transport: Transport;
  readonly limits: Limits;
  readonly sessions: Sessions;
  readonly usage: UsageCounter;
  readonly records: RecordReader;
  readonly answerSizes: AnswerSizes;
  readonly emit: (event: ClientEvent) => void;
  /** Aborts when the client is closed. */
  readonly closing: AbortSignal;
}
