import type { Switches } from '../config/switches.ts';
import type { FaultEffect } from '../faults/fault-rule.ts';
import type { Server } from '../server.ts';
import type { ApiDocument, Format } from '../wire/answer-body.ts';
import { bulkFrame } from '../wire/envelope.ts';
import { type Parameters, textOf } from '../wire/parameters.ts';
import type { Refusal } from '../wire/refusal.ts';
import type { AnswerDamage } from './answer-damage.ts';
import type { RequestContext, RequestOrigin } from './context.ts';
import { arrivalGates, pass, requestGates } from './gates/gates.ts';
import { spellProtocolWords } from './gates/spell-protocol-words.ts';
import { injectFaults, type NothingRuns } from './inject.ts';
import { settleFaults } from './injected-faults.ts';
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

/** The answer to a request, and what it came to. */
interface Answered {
  readonly document: ApiDocument;
  readonly outcome: Outcome;
  /** What there is to say of its sub-requests. */
  readonly subNotes: readonly string[];
}

/** What keeps a request from its calls. */
function stop(context: RequestContext): Refusal | NothingRuns | undefined {
  return pass(arrivalGates, context) ?? injectFaults(context) ?? pass(requestGates, context);
}

async function answerSingle(context: RequestContext, refusal: Refusal | undefined): Promise<Answered> {
  const called: CallOutcome = refusal === undefined ? await runCall(context) : refused(context, refusal);
  return {
    document: { kind: 'single', document: called.document },
    outcome: outcomeOf(called),
    subNotes: [],
  };
}

async function answerBulk(context: RequestContext, refusal: Refusal | undefined): Promise<Answered> {
  const outcome = refusal === undefined ? { errorCode: 0 } : outcomeOf(refused(context, refusal));
  const items = refusal === undefined ? (context.subRequests ?? []) : [];
  const { documents, notes } = await runBulk(context, items);
  const now = context.account?.now() ?? context.server.clock.now();
  const frame = bulkFrame({ errorCode: outcome.errorCode ?? 0, now });
  return { document: { kind: 'bulk', documents, ...frame }, outcome, subNotes: notes };
}

/** 200 whatever went wrong, unless the account has it otherwise for sessions. */
const statusOf = (errorCode: number | undefined, switches: Switches) =>
  errorCode === 1054 || errorCode === 1055 ? switches.sessionErrorStatus : 200;

const switchesOf = ({ account, server }: RequestContext) =>
  account?.switches ?? server.options.config.switches;

async function answer(context: RequestContext, isBulk: boolean): Promise<Answered> {
  const stopped = stop(context);
  if (isBulk && context.account !== undefined) context.bulk = context.account.journal.nextBulk();
  if (stopped === undefined || 'code' in stopped)
    return await (isBulk ? answerBulk(context, stopped) : answerSingle(context, stopped));
  const { kind: _, ...outcome } = stopped;
  return { document: nothing, outcome, subNotes: [] };
}

/** Until it is answered, its account is not forgotten: what it writes would be lost. */
async function answered(context: RequestContext, isBulk: boolean) {
  try {
    const made = await answer(context, isBulk);
    const status = statusOf(made.outcome.errorCode, switchesOf(context));
    const isFromApi = made.outcome.errorCode !== undefined;
    recordRequest(context, isFromApi ? { ...made.outcome, status } : made.outcome);
    return { ...made, status };
  } finally {
    const { account, server } = context;
    if (account !== undefined) {
      account.requestsUnderWay -= 1;
      // Which calls came between which, and who met which fault first, cannot be asked again.
      if (account.isShared && (isBulk || !account.faults.isIdle)) account.checkpoints.expire();
      // Nor can a fault that no rule has.
      if (context.ownEffect !== undefined) account.checkpoints.expire();
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
    ownEffect: request.ownEffect,
    firedFaults: [],
    notes,
  };
  const { document, status, subNotes } = await answered(context, parameters.has('requests'));
  // It may have something to note.
  const damage = settleFaults(context);
  return {
    document,
    format: protocol.responseType === 'XML' ? 'XML' : 'JSON',
    sendContentType: protocol.sendContentType,
    httpStatus: status,
    notes: [...context.notes, ...subNotes],
    switches: switchesOf(context),
    damage,
  };
}
