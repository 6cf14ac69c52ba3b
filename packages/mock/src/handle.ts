import type { Switches } from './account/switches.ts';
import { callNamed } from './gates/call-name.ts';
import { pass, requestGates } from './gates/gates.ts';
import { accountOf, type Passage, type Place } from './gates/passage.ts';
import { type CallOutcome, runCall } from './run-call.ts';
import type { Server } from './server.ts';
import { bulkBytes, type CallName, refusalBytes } from './wire/envelope.ts';
import { type Parameters, subRequestParameters } from './wire/parameters.ts';

/** What the classic API answers to one HTTP request. */
export interface ApiAnswer {
  readonly bytes: Buffer;
  readonly notes: readonly string[];
  /** Those of the account, as far as there is one. */
  readonly switches: Switches;
}

/** The protocol's own parameters, which the entry tells otherwise or need not tell. */
const unwritten: readonly string[] = ['clientCode', 'request', 'requestName', 'requestID', 'requests'];

function writtenParameters(passage: Passage): Record<string, string> {
  const loggable = new Set<string>(callNamed(passage.name.name)?.loggable ?? []);
  const written = [...passage.parameters].filter(([name]) => !unwritten.includes(name));
  return Object.fromEntries(
    written.map(([name, value]) => [name.slice(0, 64), loggable.has(name) ? value.slice(0, 200) : '***']),
  );
}

/** Keeps what a call came to; only accounts that are kept have a journal worth writing. */
function writeJournal(passage: Passage, outcome: Omit<CallOutcome, 'bytes'>): void {
  const { account, server } = passage;
  if (account === undefined || !server.accounts.isKept(account.code)) return;
  account.journal.write({
    time: account.now(),
    request: passage.parameters.has('requests') ? 'bulk' : passage.name.name,
    parameters: writtenParameters(passage),
    errorCode: outcome.errorCode,
    ...(outcome.errorField === undefined ? {} : { errorField: outcome.errorField }),
    ...(outcome.recordsInResponse === undefined ? {} : { recordsInResponse: outcome.recordsInResponse }),
    ...(passage.index === undefined ? {} : { subRequest: passage.index }),
    ...(passage.notes.length === 0 ? {} : { notes: [...passage.notes] }),
  });
}

function refuseWhole(passage: Passage): ApiAnswer | undefined {
  const refusal = pass(requestGates, passage);
  if (refusal === undefined) return undefined;
  if (refusal.note !== undefined) passage.notes.push(refusal.note);
  const now = passage.account?.now() ?? passage.server.clock.now();
  const switches = passage.account?.switches ?? passage.server.options.switches;
  const field = refusal.field === undefined ? {} : { errorField: refusal.field };
  writeJournal(passage, { errorCode: refusal.code, ...field });
  const bytes = passage.parameters.has('requests')
    ? bulkBytes({ errorCode: refusal.code, now, allocate: passage.place.allocate })
    : refusalBytes({ call: passage.name, refusal, isInsideCall: false, now, switches });
  return { bytes, notes: passage.notes, switches };
}

/** The parameters of a bulk request that its sub-requests have no say in. */
const outerParameters = ['clientCode', 'sessionKey', 'responseType'] as const;

function runSubRequest(outer: Passage, item: Readonly<Record<string, unknown>>, index: number): Buffer {
  const parameters = new Map(subRequestParameters(item));
  for (const name of outerParameters) {
    const value = outer.parameters.get(name);
    if (value === undefined) parameters.delete(name);
    else parameters.set(name, value);
  }
  parameters.delete('requests');
  const { requestName = '', requestID } = item;
  const id = { id: requestID ?? null, hasID: requestID !== undefined };
  const name: CallName = { kind: 'subRequest', name: String(requestName), ...id };
  const passage: Passage = { ...outer, parameters, name, index, notes: [] };
  const outcome = runCall(passage);
  writeJournal(passage, outcome);
  outer.notes.push(...passage.notes);
  return outcome.bytes;
}

/** Answers one HTTP request to the classic API: gates, then the call or the calls of a bulk request in their order. */
export function handle(server: Server, parameters: Parameters, place: Place): ApiAnswer {
  const name: CallName = { kind: 'request', name: parameters.get('request') ?? '' };
  const passage: Passage = { server, parameters, name, place, notes: [] };
  const refused = refuseWhole(passage);
  if (refused !== undefined) return refused;
  const { switches } = accountOf(passage);
  const { notes, subRequests } = passage;
  if (subRequests === undefined) {
    const outcome = runCall(passage);
    writeJournal(passage, outcome);
    return { bytes: outcome.bytes, notes, switches };
  }
  const answers = subRequests.map((item, index) => runSubRequest(passage, item, index));
  const now = accountOf(passage).now();
  return { bytes: bulkBytes({ errorCode: 0, now, answers, allocate: place.allocate }), notes, switches };
}
