import { type AnyCall, isSafeRepeat } from '@erply-kit/schemas';

import type { CallOptions } from './client-options.ts';
import type { Lifetime } from './time/lifetime.ts';

/** One call of a request. */
export interface RequestedCall {
  readonly call: AnyCall;
  readonly input: Readonly<Record<string, unknown>>;
  /** Protocol parameters of this call alone, such as `responseType`. */
  readonly extra: Readonly<Record<string, string>>;
  /** The key by which Erply knows a repeat of it, where this client has made it. */
  readonly madeKey?: string;
  /** The input as Erply's parameters; none before it is validated. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * One HTTP request to the API, however often it is tried: a single call, or a bulk request of several. It never
 * changes; what becomes of a try is in its `Attempt`.
 */
export interface ApiRequest {
  /** The call's name, or `bulk`. */
  readonly name: string;
  readonly isBulk: boolean;
  /** The login itself, on behalf of calls that wait for it. */
  readonly isLogin: boolean;
  /** It changes nothing. */
  readonly isRead: boolean;
  /** Repeating it harms nothing: what it saves has a key, and is saved once. */
  readonly isRepeatable: boolean;
  readonly items: readonly RequestedCall[];
  readonly lifetime: Lifetime;
  /** What is unset stays as it came. */
  readonly keepsUnset: boolean;
  /** What each try costs of the hour's quota; 0 before it is priced. */
  readonly costTenths: number;
}

interface RequestPlan {
  readonly items: readonly {
    readonly call: AnyCall;
    readonly input: object;
    readonly madeKey?: string;
    readonly extra?: Record<string, string>;
  }[];
  readonly lifetime: Lifetime;
  readonly unset?: CallOptions['unset'] | undefined;
  readonly isBulk?: boolean;
  readonly isLogin?: boolean;
}

/** Makes a request of calls, before its first step. */
export function planRequest(plan: RequestPlan): ApiRequest {
  const { isBulk = false, isLogin = false, lifetime } = plan;
  const items = plan.items.map(
    (item): RequestedCall => ({
      call: item.call,
      input: item.input as Readonly<Record<string, unknown>>,
      extra: item.extra ?? {},
      parameters: new Map(),
      ...(item.madeKey === undefined ? {} : { madeKey: item.madeKey }),
    }),
  );
  // A login whose answer is lost leaves a session behind that nobody uses.
  const isRead = isLogin || items.every((item) => item.call.effect === 'read');
  return {
    name: isBulk ? 'bulk' : (items[0]?.call.name ?? ''),
    isBulk,
    isLogin,
    isRead,
    isRepeatable:
      isRead || items.every(({ call, input }) => call.effect === 'read' || isSafeRepeat(call, input)),
    items,
    lifetime,
    keepsUnset: plan.unset === 'keep',
    costTenths: 0,
  };
}
