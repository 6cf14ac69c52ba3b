import type { Switches } from '../config/switches.ts';
import type { FaultEffect } from '../faults/fault-rule.ts';
import type { Server } from '../server.ts';
import type { ApiDocument, Format } from '../wire/answer-body.ts';
import { bulkFrame } from '../wire/envelope.ts';
import { type Parameters, textOf } from '../wire/parameters.ts';
import type { AnswerDamage } from './answer-damage.ts';
import type { RequestContext, RequestOrigin } from './context.ts';
import { arrivalGates, pass, requestGates } from './gates/gates.ts';
import { spellProtocolWords } from './gates/spell-protocol-words.ts';
import { injectFaults } from './inject.ts';
import { settleFaults } from './injected-faults.ts';
import { readProtocol } from './read-protocol.ts';
import { runBulk } from './run-bulk.ts';
import { type CallOutcome, refused, runCall } from './run-call.ts';

/** What the classic API answers to one HTTP request. */
export interface ApiAnswer {
  readonly document: ApiDocument;
  readonly format: Format;
  /** It says what it is made of. */
  readonly sendContentType: boolean;
  /** 200 whatever went wrong, unless the account has it otherwise for sessions. */
  readonly httpStatus: 200 | 403;
  readonly notes: readonly string[];
  /** Those of the account, as far as there is one. */
  readonly switches: Switches;
  /** What a fault does to it on its way. */
  readonly damage?: AnswerDamage | undefined;
}

/** Unknown names that one request has noted one by one: to find out what was meant takes a while. */
const maxNameNotes = 200;

/** A request as it was read. */
export interface ApiRequest {
  readonly parameters: Parameters;
  readonly origin: RequestOrigin;
  /** What there is to say of how it was sent. */
  readonly notes: readonly string[];
  /** The fault that it brings itself. */
  readonly ownEffect?: FaultEffect | undefined;
}

const nothing: ApiDocument = { kind: 'single', document: { head: '', parts: [], tail: '' } };

async function documentOf(
  context: RequestContext,
  isBulk: boolean,
): Promise<{ document: ApiDocument; errorCode: number }> {
  const stopped = pass(arrivalGates, context) ?? injectFaults(context);
  if (stopped === 'nothingRuns') return { document: nothing, errorCode: 0 };
  const refusal = stopped ?? pass(requestGates, context);
  if (!isBulk) {
    const outcome: CallOutcome = refusal === undefined ? await runCall(context) : refused(context, refusal);
    return { document: { kind: 'single', document: outcome.document }, errorCode: outcome.errorCode };
  }
  const errorCode = refusal === undefined ? 0 : refused(context, refusal).errorCode;
  const documents = refusal === undefined ? await runBulk(context, context.subRequests ?? []) : [];
  const now = context.account?.now() ?? context.server.clock.now();
  return { document: { kind: 'bulk', documents, ...bulkFrame({ errorCode, now }) }, errorCode };
}

/** Until it is answered, its account is not forgotten: what it writes would be lost. */
async function answered(context: RequestContext, isBulk: boolean) {
  try {
    return await documentOf(context, isBulk);
  } finally {
    const { account, server } = context;
    if (account !== undefined) {
      account.requestsUnderWay -= 1;
      server.accounts.count(account);
    }
  }
}

/** Answers one HTTP request to the classic API: gates, then the call or the calls of a bulk request in their order. */
export async function handle(server: Server, request: ApiRequest): Promise<ApiAnswer> {
  const { origin } = request;
  const notes = [...request.notes];
  const parameters = spellProtocolWords(request.parameters, notes);
  const protocol = readProtocol(parameters);
  const context: RequestContext = {
    server,
    parameters,
    protocol,
    name: { kind: 'request', name: textOf(parameters, 'request') ?? '' },
    origin,
    nameNotes: { left: maxNameNotes },
    ownEffect: request.ownEffect,
    firedFaults: [],
    notes,
  };
  const { document, errorCode } = await answered(context, parameters.has('requests'));
  const switches = context.account?.switches ?? server.options.config.switches;
  return {
    document,
    format: protocol.responseType === 'XML' ? 'XML' : 'JSON',
    sendContentType: protocol.sendContentType,
    httpStatus: errorCode === 1054 || errorCode === 1055 ? switches.sessionErrorStatus : 200,
    notes: context.notes,
    switches,
    damage: settleFaults(context),
  };
}
