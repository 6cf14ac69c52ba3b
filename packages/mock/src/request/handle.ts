import type { Switches } from '../config/switches.ts';
import type { Server } from '../server.ts';
import type { ApiDocument, Format } from '../wire/answer-body.ts';
import { bulkFrame } from '../wire/envelope.ts';
import { type Parameters, textOf } from '../wire/parameters.ts';
import type { RequestContext, RequestOrigin } from './context.ts';
import { pass, requestGates } from './gates/gates.ts';
import { spellProtocolWords } from './gates/spell-protocol-words.ts';
import { readProtocol } from './read-protocol.ts';
import { recordRequest } from './record-request.ts';
import type { Outcome } from './request-facts.ts';
import { runBulk } from './run-bulk.ts';
import { type CallOutcome, outcomeOf, refused, runCall } from './run-call.ts';

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
}

/** Unknown names that one request has noted one by one: to find out what was meant takes a while. */
const maxNameNotes = 200;

/** A request as it was read. */
export interface ApiRequest {
  readonly parameters: Parameters;
  readonly origin: RequestOrigin;
  /** What there is to say of how it was sent. */
  readonly notes: readonly string[];
}

/** The answer to a request, and what it came to. */
interface Answered {
  readonly document: ApiDocument;
  readonly outcome: Outcome;
  /** What there is to say of its sub-requests. */
  readonly subNotes: readonly string[];
}

async function answerSingle(context: RequestContext): Promise<Answered> {
  const refusal = pass(requestGates, context);
  const called: CallOutcome = refusal === undefined ? await runCall(context) : refused(context, refusal);
  return {
    document: { kind: 'single', document: called.document },
    outcome: outcomeOf(called),
    subNotes: [],
  };
}

async function answerBulk(context: RequestContext): Promise<Answered> {
  const refusal = pass(requestGates, context);
  if (context.account !== undefined) context.bulk = context.account.journal.nextBulk();
  const outcome = refusal === undefined ? { errorCode: 0 } : outcomeOf(refused(context, refusal));
  const items = refusal === undefined ? (context.subRequests ?? []) : [];
  const { documents, notes } = await runBulk(context, items);
  const now = context.account?.now() ?? context.server.clock.now();
  const frame = bulkFrame({ errorCode: outcome.errorCode, now });
  return { document: { kind: 'bulk', documents, ...frame }, outcome, subNotes: notes };
}

/** 200 whatever went wrong, unless the account has it otherwise for sessions. */
const statusOf = (errorCode: number, switches: Switches) =>
  errorCode === 1054 || errorCode === 1055 ? switches.sessionErrorStatus : 200;

const switchesOf = ({ account, server }: RequestContext) =>
  account?.switches ?? server.options.config.switches;

/** Until it is answered, its account is not forgotten: what it writes would be lost. */
async function answered(context: RequestContext, isBulk: boolean) {
  try {
    const answer = await (isBulk ? answerBulk(context) : answerSingle(context));
    const status = statusOf(answer.outcome.errorCode, switchesOf(context));
    recordRequest(context, { ...answer.outcome, status });
    return { ...answer, status };
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
    startedMs: server.options.realTime(),
    origin,
    nameNotes: { left: maxNameNotes },
    notes,
  };
  const { document, status, subNotes } = await answered(context, parameters.has('requests'));
  return {
    document,
    format: protocol.responseType === 'XML' ? 'XML' : 'JSON',
    sendContentType: protocol.sendContentType,
    httpStatus: status,
    notes: [...context.notes, ...subNotes],
    switches: switchesOf(context),
  };
}
