import type { Switches } from './account/switches.ts';
import { callNamed } from './gates/call-name.ts';
import { pass, requestGates } from './gates/gates.ts';
import { accountOf, type Passage } from './gates/passage.ts';
import type { CallOutcome, Place } from './run-call.ts';
import { runCall } from './run-call.ts';
import type { Server } from './server.ts';
import { type CallName, bulkBytes, refusalBytes } from './wire/envelope.ts';
import { type Parameters, subRequestParameters } from './wire/parameters.ts';

/** What the classic API answers to one HTTP request. */
export interface ApiAnswer {
  readonly bytes: Buffer;
  readonly notes: readonly string[];
  /** Those of the account, as far as there is one. */
  readonly switches: Switches;
}

/** Keeps what a call came to; only accounts that are kept have a journal worth writing. */
function writeJournal(passage: Passage, name: string, outcome: Omit<CallOutcome, 'bytes'>, subRequest?: number): void {
  const { account, server } = passage;
  if (account === undefined || !server.accounts.isKept(account.code)) return;
  const loggable = new Set<string>(callNamed(name)?.loggable ?? []);
  const parameters = Object.fromEntries(
    [...passage.parameters]
      .filter(([parameter]) => !['clientCode', 'request', 'requestName', 'requests'].includes(parameter))
      .map(([parameter, value]) => [parameter.slice(0, 64), loggable.has(parameter) ? value.slice(0, 200) : '***']),
  );
  account.journal.write({
    time: account.now(),
    request: name,
    parameters,
    errorCode: outcome.errorCode,
    ...(outcome.errorField === undefined ? {} : { errorField: outcome.errorField }),
    ...(outcome.recordsInResponse === undefined ? {} : { recordsInResponse: outcome.recordsInResponse }),
    ...(subRequest === undefined ? {} : { subRequest }),
    ...(passage.notes.length === 0 ? {} : { notes: [...passage.notes] }),
  });
}

function refuseWhole(passage: Passage, name: CallName, isBulk: boolean): ApiAnswer | undefined {
  const refusal = pass(requestGates, passage);
  if (refusal === undefined) return undefined;
  if (refusal.note !== undefined) passage.notes.push(refusal.note);
  const now = passage.account?.now() ?? passage.server.clock.now();
  const switches = passage.account?.switches ?? passage.server.options.switches;
  const field = refusal.field === undefined ? {} : { errorField: refusal.field };
  writeJournal(passage, isBulk ? 'bulk' : name.name, { errorCode: refusal.code, ...field });
  const bytes = isBulk
    ? bulkBytes({ errorCode: refusal.code, now })
    : refusalBytes({ call: name, refusal, isInsideCall: false, now, switches });
  return { bytes, notes: passage.notes, switches };
}

/** The parameters of a bulk request that its sub-requests have no say in. */
const outerParameters = ['clientCode', 'sessionKey', 'responseType'] as const;

function runSubRequest(outer: Passage, item: Readonly<Record<string, unknown>>, index: number, place: Place): Buffer {
  const parameters = new Map(subRequestParameters(item));
  for (const name of outerParameters) {
    const value = outer.parameters.get(name);
    if (value === undefined) parameters.delete(name);
    else parameters.set(name, value);
  }
  const passage: Passage = { ...outer, parameters, notes: [] };
  const callName = String(item.requestName ?? '');
  const name: CallName = { kind: 'subRequest', name: callName, id: item.requestID ?? null, hasID: item.requestID !== undefined };
  const outcome = runCall(passage, name, place);
  writeJournal(passage, callName, outcome, index);
  outer.notes.push(...passage.notes);
  return outcome.bytes;
}

/** Answers one HTTP request to the classic API: gates, then the call or the calls of a bulk request in their order. */
export function handle(server: Server, parameters: Parameters, place: Place): ApiAnswer {
  const passage: Passage = { server, parameters, notes: [] };
  const isBulk = parameters.has('requests');
  const name: CallName = { kind: 'request', name: parameters.get('request') ?? '' };
  const refused = refuseWhole(passage, name, isBulk);
  if (refused !== undefined) return refused;
  const { switches } = accountOf(passage);
  if (passage.subRequests === undefined) {
    const outcome = runCall(passage, name, place);
    writeJournal(passage, name.name, outcome);
    return { bytes: outcome.bytes, notes: passage.notes, switches };
  }
  const answers = passage.subRequests.map((item, index) => runSubRequest(passage, item, index, place));
  const now = accountOf(passage).now();
  return { bytes: bulkBytes({ errorCode: 0, now, answers }), notes: passage.notes, switches };
}
