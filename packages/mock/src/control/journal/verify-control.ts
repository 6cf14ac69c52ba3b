import { AssertionError } from 'node:assert';

import { type Context, Hono } from 'hono';

import { type AnyCall, type calls, type InputOf, lazily } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { JournalEntry } from '../../account/journal-entry.ts';
import { callNamed, similarCall } from '../../request/gates/call-name.ts';
import type { Server } from '../../server.ts';
import type { AccountAccess } from '../account-access.ts';
import { countFromZero, name, namedValues } from '../body-fields.ts';
import { bodySchema, checkBody } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { jsonBody } from '../json-body.ts';
import { type DifferingInput, differingInputs } from './differing-inputs.ts';
import { expectedInputs } from './expected-input.ts';
import { explainMiss } from './explain-miss.ts';
import { findExpected } from './find-expected.ts';
import { journalOf } from './journal-control.ts';

/** A request that should have been made. */
export interface ExpectedRequest {
  /** The name of a call, or `bulk` for bulk requests as a whole; sub-requests count under their own names. */
  readonly request: string;
  /** Inputs in documented types. Those that are not named may be anything; `null` says that one was not sent. */
  readonly input?: Readonly<Record<string, unknown>> | undefined;
  /** How often exactly; 0 for never. At least once without it. */
  readonly times?: number | undefined;
  /** Only requests that came to this code count: 0 for those that were done. */
  readonly errorCode?: number | undefined;
}

/** Whether a request was made as expected. */
export interface Verification {
  readonly ok: boolean;
  /** Requests in the journal that are as expected. */
  readonly count: number;
  /** Requests of the same name that the journal no longer has, where there are any. */
  readonly dropped?: number;
  /** What is wrong, in a sentence. */
  readonly error?: string;
  /** The request of the same name that differs least. */
  readonly nearest?: JournalEntry;
  readonly differs?: readonly DifferingInput[];
}

/** Names of calls, and `bulk`. */
export type RequestName = keyof typeof calls | 'bulk';

type ExpectedInput<TName extends RequestName> = TName extends keyof typeof calls
  ? { readonly [K in keyof InputOf<(typeof calls)[TName]>]?: InputOf<(typeof calls)[TName]>[K] | null }
  : Readonly<Record<string, never>>;

export interface VerifyControl {
  /**
   * Whether a request was made: its inputs compared as the call reads them, masked ones too.
   * @throws ControlError 400 for a call or an input that does not exist; 409 where the journal is off.
   */
  verify(expected: ExpectedRequest): Verification;
  /**
   * Throws unless a request was made: at least once, or exactly `times`.
   * @throws AssertionError that names the nearest request and the inputs that differ.
   */
  expectCalled<TName extends RequestName>(
    request: TName,
    input?: ExpectedInput<TName>,
    expected?: Omit<ExpectedRequest, 'request' | 'input'>,
  ): void;
}

const expectedBody = lazily(() =>
  bodySchema('an expectation has no', {
    request: name(),
    input: namedValues<unknown>('an object of inputs').optional(),
    times: countFromZero().optional(),
    errorCode: countFromZero().optional(),
  }),
);

function callOf({ shared }: Account, request: string): AnyCall | undefined {
  const call = callNamed(request);
  if (call !== undefined || request === 'bulk' || shared.stubNames.has(request)) return call;
  const similar = similarCall(request);
  const hint = similar === undefined ? '' : `; did you mean ${similar}?`;
  throw new ControlError(400, `there is no call ${JSON.stringify(request.slice(0, 64))}${hint}`);
}

/** As often as expected, as far as what is left of the journal can tell. */
function isMet(count: number, dropped: number, times: number | undefined): boolean {
  return times === undefined ? count > 0 : count === times && dropped === 0;
}

function verifyIn(server: Server, { toRead }: AccountAccess, expectation: ExpectedRequest): Verification {
  const { request, times, errorCode, input = {} } = checkBody(expectedBody(), expectation);
  const account = toRead();
  const call = callOf(account, request);
  const inputs = expectedInputs(call, request, input);
  const journal = journalOf(server, account);
  const found = findExpected(journal, request, { inputs, errorCode });
  const count = found.matching.length;
  const dropped = journal.droppedOf(request);
  const lost = dropped === 0 ? {} : { dropped };
  if (isMet(count, dropped, times)) return { ok: true, count, ...lost };
  const differs = differingInputs(found, { call, input, errorCode }, server.options.journal === 'full');
  const error = explainMiss({ request, inputs: [...inputs.keys()], times, dropped, found, differs });
  const isMissing = times === undefined || count < times;
  const nearest = isMissing && found.nearest !== undefined ? { nearest: found.nearest.entry, differs } : {};
  return { ok: false, count, ...lost, error, ...nearest };
}

export function verifyControl(server: Server, access: AccountAccess): VerifyControl {
  const verify = (expected: ExpectedRequest) => verifyIn(server, access, expected);
  const expectCalled: VerifyControl['expectCalled'] = (request, input, expected = {}) => {
    if (typeof expected !== 'object' || expected === null)
      throw new ControlError(400, 'what is expected needs an object, as { times: 1 }');
    const { ok, error } = verify({ ...expected, request, input });
    if (ok) return;
    const message = `account ${access.clientCode}: ${error}`;
    throw new AssertionError({ message, operator: 'expectCalled', stackStartFn: expectCalled });
  };
  return { verify, expectCalled };
}

export function verifyRoutes(accountOf: (c: Context) => VerifyControl): Hono {
  return new Hono().post('/', async (c) => {
    const verification = accountOf(c).verify(await jsonBody<ExpectedRequest>(c));
    return c.json(verification, verification.ok ? 200 : 409);
  });
}
