import { type AnyCall, limits } from '@erply-kit/schemas';

import { handlerOf } from './calls/handlers.ts';
import { callGates, pass } from './gates/gates.ts';
import { accountOf, type Passage } from './gates/passage.ts';
import { tenths, unknownCall } from './gates/quota.ts';
import { answerBytes, refusalBytes } from './wire/envelope.ts';
import { type Refusal, RefusalError, refuse } from './wire/refusal.ts';

/** One call, done or refused. */
export interface CallOutcome {
  readonly bytes: Buffer;
  readonly errorCode: number;
  readonly errorField?: string;
  readonly recordsInResponse?: number;
}

/** Takes back what a call was charged. */
function refund(passage: Passage): void {
  const isSubRequest = passage.name.kind === 'subRequest';
  const units = isSubRequest ? limits.subRequestCostUnits : limits.requestCostUnits;
  accountOf(passage).quota.refund(passage.call?.name ?? unknownCall, tenths(units));
}

function refused(passage: Passage, refusal: Refusal, isInsideCall: boolean): CallOutcome {
  if (refusal.note !== undefined) passage.notes.push(refusal.note);
  const account = accountOf(passage);
  if (account.switches.quotaCountsErrors === 'no') refund(passage);
  const { switches } = account;
  const bytes = refusalBytes({ call: passage.name, refusal, isInsideCall, now: account.now(), switches });
  const field = refusal.field === undefined ? {} : { errorField: refusal.field };
  return { bytes, errorCode: refusal.code, ...field };
}

function handle(passage: Passage, call: AnyCall) {
  const account = accountOf(passage);
  const wantsCsv = passage.parameters.get('responseType') === 'CSV';
  const handler = handlerOf(call) ?? refuse(1005, undefined, `${call.name} is not served yet`);
  const { user, session, place } = passage;
  const keep = () => passage.server.accounts.keep(account);
  const { address, baseUrl } = place;
  return handler({ account, call, user, session, address, baseUrl, wantsCsv, keep }, passage.input ?? {});
}

/** Takes a call through its gates to its handler, and prints what comes of it. */
export function runCall(passage: Passage): CallOutcome {
  const account = accountOf(passage);
  const refusal = pass(callGates, passage);
  const call = passage.call;
  if (refusal !== undefined || call === undefined) {
    return refused(passage, refusal ?? { code: 1005 }, call !== undefined);
  }
  if (passage.parameters.get('responseType') === 'CSV' && call.csv === undefined) {
    return refused(passage, { code: 1007 }, false);
  }
  try {
    const answer = handle(passage, call);
    const { switches } = account;
    const { allocate } = passage.place;
    const bytes = answerBytes({ call: passage.name, answer, now: account.now(), switches, allocate });
    return { bytes, errorCode: 0, recordsInResponse: answer.records.length };
  } catch (error) {
    if (error instanceof RefusalError) return refused(passage, error.refusal, true);
    throw error;
  }
}
