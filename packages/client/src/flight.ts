import type { AnyCall, Status } from '@erply-kit/schemas';

import type { CallOptions } from './client-options.ts';
import type { ErplyError } from './errors/erply-error.ts';
import type { Permit } from './limits/limits.ts';
import type { Lifetime } from './time/lifetime.ts';
import type { TransportReply } from './transport/transport.ts';

/** A record in documented types, where its call does not matter. */
export type AnyRecord = Record<string, unknown>;

/** What a call answers. */
export interface AnyAnswer {
  readonly records: AnyRecord[];
  readonly status: Status;
}

/** One call inside a flight, and what becomes of it. */
export interface FlightItem {
  readonly call: AnyCall;
  readonly input: Readonly<Record<string, unknown>>;
  /** Protocol parameters of this call alone, such as `responseType`. */
  readonly extra: Readonly<Record<string, string>>;
  /** The input as Erply's parameters. */
  parameters: ReadonlyMap<string, string>;
  /** What the server said, before the records are read. */
  said?: { readonly status: Status; readonly records: unknown } | undefined;
  answer?: AnyAnswer | undefined;
  /** Inside a bulk request only: elsewhere an error ends the flight. */
  error?: ErplyError | undefined;
}

/**
 * One HTTP request to the API on its way through the steps, with all its repeats: a single call, or a bulk request of
 * several. Each step fills in what the next ones read.
 */
export interface Flight {
  /** The call's name, or `bulk`. */
  readonly name: string;
  readonly isBulk: boolean;
  /** The login itself, on behalf of calls that wait for it. */
  readonly isLogin: boolean;
  /** Repeating it harms nothing. */
  readonly isRead: boolean;
  readonly items: readonly FlightItem[];
  readonly lifetime: Lifetime;
  /** What is unset stays as it came. */
  readonly keepsUnset: boolean;

  /** Requests sent so far. */
  attempt: number;
  /** Waits for the turn of the hour so far. */
  quotaWaits: number;
  /** The last request was refused for its session. */
  wasSessionRefused: boolean;

  costTenths: number;
  permit: Permit | undefined;
  sessionKey: string | undefined;
  /** When the request went out, by our clock; `undefined` when it has not. */
  sentAtMs: number | undefined;
  reply: TransportReply | undefined;
  receivedAtMs: number;
  /** The answer's JSON. */
  document: AnyRecord;
  /** Erply's error code of the whole answer. */
  code: number | undefined;
}

interface FlightPlan {
  readonly items: readonly {
    readonly call: AnyCall;
    readonly input: object;
    readonly extra?: Record<string, string>;
  }[];
  readonly lifetime: Lifetime;
  readonly unset?: CallOptions['unset'] | undefined;
  readonly isBulk?: boolean;
  readonly isLogin?: boolean;
}

/** A flight before its first step. */
export function planFlight(plan: FlightPlan): Flight {
  const { isBulk = false, isLogin = false, lifetime } = plan;
  const items = plan.items.map(
    (item): FlightItem => ({
      call: item.call,
      input: item.input as Readonly<Record<string, unknown>>,
      extra: item.extra ?? {},
      parameters: new Map(),
    }),
  );
  return {
    name: isBulk ? 'bulk' : (items[0]?.call.name ?? ''),
    isBulk,
    isLogin,
    // A login whose answer is lost leaves a session behind that nobody uses.
    isRead: isLogin || items.every((item) => item.call.effect === 'read'),
    items,
    lifetime,
    keepsUnset: plan.unset === 'keep',
    attempt: 0,
    quotaWaits: 0,
    wasSessionRefused: false,
    costTenths: 0,
    permit: undefined,
    sessionKey: undefined,
    sentAtMs: undefined,
    reply: undefined,
    receivedAtMs: 0,
    document: {},
    code: undefined,
  };
}
