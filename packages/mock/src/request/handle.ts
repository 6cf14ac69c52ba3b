import type { Switches } from '../config/switches.ts';
import type { Server } from '../server.ts';
import type { ApiDocument, Format } from '../wire/answer-body.ts';
import { bulkFrame } from '../wire/envelope.ts';
import { type Parameters, textOf } from '../wire/parameters.ts';
import type { Passage, Place } from './context.ts';
import { pass, requestGates } from './gates/gates.ts';
import { spellProtocolWords } from './gates/spell-protocol-words.ts';
import { runBulk } from './run-bulk.ts';
import { type CallOutcome, refused, runCall } from './run-call.ts';

/** What the classic API answers to one HTTP request. */
export interface ApiAnswer {
  readonly document: ApiDocument;
  readonly format: Format;
  /** 200 whatever went wrong, unless the account has it otherwise for sessions. */
  readonly httpStatus: 200 | 403;
  readonly notes: readonly string[];
  /** Those of the account, as far as there is one. */
  readonly switches: Switches;
}

/** Unknown names that one request has noted one by one: to find out what was meant takes a while. */
const maxNameNotes = 200;

/** A request as it was read. */
export interface ApiRequest {
  readonly parameters: Parameters;
  readonly place: Place;
  /** What there is to say of how it was sent. */
  readonly notes: readonly string[];
}

async function documentOf(
  passage: Passage,
  isBulk: boolean,
): Promise<{ document: ApiDocument; errorCode: number }> {
  const refusal = pass(requestGates, passage);
  if (!isBulk) {
    const outcome: CallOutcome = refusal === undefined ? await runCall(passage) : refused(passage, refusal);
    return { document: { kind: 'single', document: outcome.document }, errorCode: outcome.errorCode };
  }
  const errorCode = refusal === undefined ? 0 : refused(passage, refusal).errorCode;
  const documents = refusal === undefined ? await runBulk(passage, passage.subRequests ?? []) : [];
  const now = passage.account?.now() ?? passage.server.clock.now();
  return { document: { kind: 'bulk', documents, ...bulkFrame({ errorCode, now }) }, errorCode };
}

/** Until it is answered, its account is not forgotten: what it writes would be lost. */
async function answered(passage: Passage, isBulk: boolean) {
  try {
    return await documentOf(passage, isBulk);
  } finally {
    const { account, server } = passage;
    if (account !== undefined) {
      account.requestsUnderWay -= 1;
      server.accounts.count(account);
    }
  }
}

/** Answers one HTTP request to the classic API: gates, then the call or the calls of a bulk request in their order. */
export async function handle(server: Server, request: ApiRequest): Promise<ApiAnswer> {
  const { place } = request;
  const notes = [...request.notes];
  const parameters = spellProtocolWords(request.parameters, notes);
  const passage: Passage = {
    server,
    parameters,
    name: { kind: 'request', name: textOf(parameters, 'request') ?? '' },
    place,
    nameNotes: { left: maxNameNotes },
    notes,
  };
  const { document, errorCode } = await answered(passage, parameters.has('requests'));
  const switches = passage.account?.switches ?? server.options.config.switches;
  return {
    document,
    format: textOf(parameters, 'responseType') === 'XML' ? 'XML' : 'JSON',
    httpStatus: errorCode === 1054 || errorCode === 1055 ? switches.sessionErrorStatus : 200,
    notes: passage.notes,
    switches,
  };
}
