/** Which requests a rule is about; all of them where nothing is named. */
export interface FaultMatch {
  /** A call by its name, alone or inside a bulk request; `bulk` for a bulk request as a whole. */
  readonly request?: string;
  /** `pageNo`, which is 1 where it was not sent. */
  readonly page?: number;
  /** Only the nth request that the rest of the match fits, counted from 1. */
  readonly nth?: number;
  /** Only inside a bulk request, at this position, counted from 0. */
  readonly subRequest?: number;
  /** The userName of the session, or the one that logs in. */
  readonly user?: string;
  /** Inputs and the values that they have; others may be there beside them. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** Downloads of report links instead of calls. */
  readonly report?: true;
}

/** What another user does to a record. Values are those of the read call's record, in documented types. */
export type Mutation =
  | { readonly table: string; readonly op: 'insert'; readonly values: Readonly<Record<string, unknown>> }
  | {
      readonly table: string;
      readonly op: 'update';
      readonly id: number;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | { readonly table: string; readonly op: 'delete'; readonly id: number };

/** A refusal as Erply would give it, with what it costs. */
export interface ErrorCodeEffect {
  /** One of Erply's error codes. */
  readonly errorCode: number;
  readonly errorField?: string;
}

/** An answer that does not come from the API but from something that stands before it. */
export interface HttpStatusEffect {
  /** From 200 to 599. Nothing is run. */
  readonly httpStatus: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text, or what is sent as JSON. */
  readonly body?: unknown;
}

/** What a rule does to a request. */
export type FaultEffect =
  | (ErrorCodeEffect & { readonly latencyMs?: number })
  | (HttpStatusEffect & { readonly latencyMs?: number })
  /** `before`: nothing is run; `after`: the call is done and its answer is lost. */
  | { readonly drop: 'before' | 'after'; readonly latencyMs?: number }
  | { readonly truncateAtByte: number; readonly latencyMs?: number }
  | { readonly slowBytesPerSecond: number; readonly latencyMs?: number }
  | { readonly emptyBody: true; readonly latencyMs?: number }
  | { readonly invalidJson: true; readonly latencyMs?: number }
  | { readonly expireSession: true; readonly latencyMs?: number }
  | {
      readonly mutate: readonly Mutation[];
      /** Whether the call finds the data changed. @default 'before' */
      readonly when?: 'before' | 'after';
      readonly latencyMs?: number;
    }
  /** How long the answer waits, once its call is done. */
  | { readonly latencyMs: number };

/** A fault that is injected into the requests that it matches. */
export interface FaultRule {
  /** @default every request */
  readonly match?: FaultMatch;
  /** How often it happens at most. @default once with `nth`, else each time that it matches */
  readonly times?: number;
  readonly effect: FaultEffect;
}

/** What a request comes to: of such effects it meets the first only. */
export const isDeciding = (effect: FaultEffect): boolean => 'errorCode' in effect || damagesAnswer(effect);

/** The HTTP answer as a whole is not what it would be. */
export const damagesAnswer = (effect: FaultEffect): boolean =>
  'httpStatus' in effect ||
  'drop' in effect ||
  'truncateAtByte' in effect ||
  'emptyBody' in effect ||
  'invalidJson' in effect;

/** The request does not get as far as the API. */
export const runsNothing = (effect: FaultEffect): boolean =>
  'httpStatus' in effect || ('drop' in effect && effect.drop === 'before');

/** Something that can happen to the download of a report link. */
export const isOfReport = (effect: FaultEffect): boolean =>
  !('errorCode' in effect || 'invalidJson' in effect || 'expireSession' in effect || 'mutate' in effect);
