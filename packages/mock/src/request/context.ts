import type { AnyCall } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { UnknownParameter } from '../account/journal-entry.ts';
import type { Session } from '../account/sessions.ts';
import type { User } from '../account/user.ts';
import type { FaultEffect } from '../faults/fault-rule.ts';
import type { InjectedFaults } from '../faults/faults.ts';
import type { Server } from '../server.ts';
import type { CallName } from '../wire/envelope.ts';
import type { Parameters } from '../wire/parameters.ts';
import type { Refusal } from '../wire/refusal.ts';
import type { Protocol } from './read-protocol.ts';

/** Where a request came from, and where links in its answer lead. */
export interface RequestOrigin {
  readonly address: string;
  readonly baseUrl: string;
  /** The host that was asked: it may name the account. */
  readonly host: string;
}

/** A sub-request of a bulk request as it was sent, and the call that it names. */
export interface SubRequest {
  readonly name: string;
  readonly item: Readonly<Record<string, unknown>>;
}

/** A request on its way through the gates, and what they have learned of it. */
export interface RequestContext {
  readonly server: Server;
  readonly parameters: Parameters;
  /** What of them is the protocol's own. */
  readonly protocol: Protocol;
  /** What the request calls itself, whether or not there is such a call. */
  readonly name: CallName;
  readonly origin: RequestOrigin;
  /** When it was begun, in milliseconds of real time. */
  readonly startedMs: number;
  /** Position in its bulk request, from 0. */
  readonly index?: number;
  /** Counts the bulk requests of the account, where it is one or part of one. */
  bulk?: number;
  /** Sub-requests, where it is a bulk request. */
  subRequests?: readonly SubRequest[];
  account?: Account;
  /** It names no account, and signs up this one. */
  isSignUp?: boolean;
  /** The quota has been charged for it. */
  isCharged?: boolean;
  call?: AnyCall;
  session?: Session;
  user?: User;
  /** Input in documented types, after validation. */
  input?: Readonly<Record<string, unknown>>;
  /** The gate that refused it. */
  refusedBy?: string;
  /** Parameters that the call does not have. */
  unknown?: readonly UnknownParameter[];
  /** Parameters that had no effect although the call, or the protocol, has them. */
  ignored?: readonly string[];
  /** How many more unknown names are noted one by one, with what was probably meant, in a bulk request all together. */
  readonly nameNotes: { left: number };
  /** The fault that it brings itself, in its header. */
  readonly ownEffect?: FaultEffect | undefined;
  /** What is injected into it, or into the bulk request that it is part of. */
  injected?: InjectedFaults;
  /** The rules whose faults have come to something, by their IDs; 0 is the request's own. */
  readonly firedFaults: number[];
  /** The seed of its account's chaos. */
  chaosSeed?: number;
  /** What the fake has to say beside Erply's answer. */
  readonly notes: string[];
}

/** Lets a request pass, or says why not. */
export type Gate = (context: RequestContext) => Refusal | undefined;

/** The account of a request that has passed the account gate. */
export function accountOf(context: RequestContext): Account {
  if (context.account === undefined) throw new Error('the account gate comes first');
  return context.account;
}
