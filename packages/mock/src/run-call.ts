import type { AnyCall } from '@erply-kit/schemas';

import type { Handler } from './calls/handler.ts';
import { handlers } from './calls/handlers.ts';
import { priceOf } from './gates/quota.ts';
import { callGates, pass } from './gates/gates.ts';
import { accountOf, type Passage } from './gates/passage.ts';
import { type CallName, answerBytes, refusalBytes } from './wire/envelope.ts';
import { type Refusal, RefusalError } from './wire/refusal.ts';

/** Where a request came from and where links in its answer lead. */
export interface Place {
  readonly address: string;
  readonly baseUrl: string;
}

/** One call, done or refused. */
export interface CallOutcome {
  readonly bytes: Buffer;
  readonly errorCode: number;
  readonly errorField?: string;
  readonly recordsInResponse?: number;
}

function outcomeOfRefusal(passage: Passage, name: CallName, refusal: Refusal, isInsideCall: boolean): CallOutcome {
  if (refusal.note !== undefined) passage.notes.push(refusal.note);
  const account = accountOf(passage);
  if (account.switches.quotaCountsErrors === 'no' && passage.subRequests === undefined) {
    for (const price of priceOf(passage)) account.quota.refund(price.call, price.tenths);
  }
  const bytes = refusalBytes({ call: name, refusal, isInsideCall, now: account.now(), switches: account.switches });
  return { bytes, errorCode: refusal.code, ...(refusal.field === undefined ? {} : { errorField: refusal.field }) };
}

function handle(passage: Passage, call: AnyCall, place: Place) {
  const account = accountOf(passage);
  const wantsCsv = passage.parameters.get('responseType') === 'CSV';
  // Each handler takes the input of its own call; the table guarantees that they match.
  const handler = handlers[call.name as keyof typeof handlers] as Handler;
  return handler(
    {
      account,
      call,
      user: passage.user,
      session: passage.session,
      ...place,
      wantsCsv,
      keep: () => passage.server.accounts.keep(account),
    },
    passage.input ?? {},
  );
}

/** Takes a call through its gates to its handler, and prints what comes of it. */
export function runCall(passage: Passage, name: CallName, place: Place): CallOutcome {
  const account = accountOf(passage);
  const refusal = pass(callGates, passage);
  const call = passage.call;
  if (refusal !== undefined || call === undefined) {
    return outcomeOfRefusal(passage, name, refusal ?? { code: 1005 }, call !== undefined);
  }
  if (passage.parameters.get('responseType') === 'CSV' && call.csv === undefined) {
    return outcomeOfRefusal(passage, name, { code: 1007 }, false);
  }
  try {
    const answer = handle(passage, call, place);
    const bytes = answerBytes({ call: name, answer, now: account.now(), switches: account.switches });
    return { bytes, errorCode: 0, recordsInResponse: answer.records.length };
  } catch (error) {
    if (error instanceof RefusalError) return outcomeOfRefusal(passage, name, error.refusal, true);
    throw error;
  }
}
