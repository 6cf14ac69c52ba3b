import type { Socket } from 'node:net';

import type { ErplyErrorKind } from '../../src/index.ts';
import type { FakeTime } from '../fake-time.ts';
import type { Answering } from '../scripted-transport.ts';

/** What is asked of the client. */
export const useNames = ['read', 'write', 'list', 'log', 'bulk', 'bulkList', 'csv'] as const;
export type UseName = (typeof useNames)[number];

/** From which request on the server misbehaves: from the login on, after it, after a good answer, or once only. */
export const whens = ['first', 'afterLogin', 'afterPage', 'once'] as const;
export type When = (typeof whens)[number];

/** What is right when one request is answered so. */
export interface Fault {
  readonly kind: ErplyErrorKind | 'ok';
  /** Where it is the login that is answered so. @default as `kind` */
  readonly atLogin?: ErplyErrorKind | 'ok';
  /** The server may have acted on the request. */
  readonly isAmbiguous?: boolean;
  /** The client tries again, so that a good answer behind it mends all. */
  readonly isRepeated?: boolean;
}

/** What a server knows of a request that it misbehaves at. */
export interface Request {
  readonly form: URLSearchParams;
  readonly signal: AbortSignal;
  /** Requests before it that were not logins. */
  readonly count: number;
  readonly time: FakeTime;
  /** The answer as it should be. */
  good(): Document;
  /** Nothing more comes: time goes on until `isOver`. */
  stall(isOver: () => boolean): void;
}

/** An answer before it is JSON. */
export interface Document {
  status: Record<string, unknown>;
  records?: unknown;
  requests?: { status: Record<string, unknown>; records?: unknown }[];
}

/** A connection on which a server misbehaves. */
export interface Connection {
  readonly socket: Socket;
  readonly time: FakeTime;
  /** The body of the answer as it should be. */
  readonly body: string;
  stall(isOver: () => boolean): void;
}

/** One way to misbehave. It has one of `answer`, `write` and `connect`. */
export interface Way {
  readonly where: 'tcp' | 'http' | 'json' | 'status' | 'protocol' | 'bulk' | 'paging' | 'csv' | 'login';
  readonly name: string;
  readonly uses: readonly UseName[];
  readonly whens: readonly When[];
  readonly fault: Fault | ((use: UseName, when: When) => Fault);
  /** Milliseconds that the call may take. @default twenty minutes, which end before the hour does */
  readonly deadlineMs?: number;
  /** What a transport gives. */
  readonly answer?: (request: Request) => ReturnType<Answering>;
  /** What a socket gets when the request has come; of a file when that is asked for. */
  readonly write?: (connection: Connection) => void | Promise<void>;
  /** What a socket gets before anything came. */
  readonly connect?: (connection: Connection) => void;
  /** Nobody listens any more. */
  readonly isDeaf?: boolean;
}

/** How a call must end. */
export interface Ending {
  readonly kind: ErplyErrorKind | 'ok';
  readonly mayHaveBeenApplied: boolean;
}

/** How a call must end when the server misbehaves in this way. */
export function expectedEnding(way: Way, use: UseName, when: When): Ending {
  const fault = typeof way.fault === 'function' ? way.fault(use, when) : way.fault;
  const isWrite = use === 'write' || use === 'bulk';
  const atLogin = fault.atLogin ?? fault.kind;
  if (when === 'first' && atLogin !== 'ok') return { kind: atLogin, mayHaveBeenApplied: false };
  const isMended = when === 'once' && fault.isRepeated && !(isWrite && fault.isAmbiguous);
  if (isMended || fault.kind === 'ok') return { kind: 'ok', mayHaveBeenApplied: false };
  return { kind: fault.kind, mayHaveBeenApplied: isWrite && fault.isAmbiguous === true };
}
