import type { AnyCall } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { CallContext } from '../generic/handler.ts';
import { type AsciiList, atOnce, encode } from '../wire/ascii.ts';
import { type Answer, answerDocument, refusalDocument } from '../wire/envelope.ts';
import { type Refusal, RefusalError, refuse } from '../wire/refusal.ts';
import { selectFields } from '../wire/select-fields.ts';
import { accountOf, type RequestContext } from './context.ts';
import { callGates, pass } from './gates/gates.ts';
import { refundFailure } from './gates/quota.ts';
import { handlerOf } from './handler-of.ts';
import { isMutatedAfter, mutateData } from './mutate-data.ts';
import type { Outcome } from './request-facts.ts';
import { signUp } from './sign-up.ts';

/** One call, done or refused. */
export interface CallOutcome {
  readonly document: AsciiList;
  /** 0 when it was done. */
  readonly errorCode: number;
  readonly errorField?: string;
  readonly answer?: Answer;
}

/** What the journal keeps of a call's outcome. */
export function outcomeOf({ errorCode, errorField, answer }: CallOutcome): Outcome {
  return {
    errorCode,
    ...(errorField === undefined ? {} : { errorField }),
    ...(answer === undefined ? {} : { recordsInResponse: answer.records.length }),
  };
}

/** Refuses a call, or a whole request before it comes to its calls. */
export function refused(context: RequestContext, refusal: Refusal): CallOutcome {
  if (refusal.note !== undefined) context.notes.push(refusal.note);
  refundFailure(context);
  const now = context.account?.now() ?? context.server.clock.now();
  const switches = context.account?.switches ?? context.server.options.config.switches;
  const isObject = context.call !== undefined && 'object' in context.call.result;
  const document = refusalDocument({ call: context.name, refusal, isObject, now, switches });
  const { code: errorCode, field } = refusal;
  return { document, errorCode, ...(field === undefined ? {} : { errorField: field }) };
}

/** Names that are read of one `getFields`; no record has nearly so many fields. */
const maxFields = 10_000;

/** The fields that a request wants of each record; `undefined` when it wants them all. */
function fieldFilter(
  { protocol, notes }: RequestContext,
  call: AnyCall,
): ((field: string) => boolean) | undefined {
  const { getFields: named, isDetailed } = protocol;
  const hidden = isDetailed ? undefined : call.detailFields;
  if (named === '' && hidden === undefined) return undefined;
  const names = named.split(',', maxFields + 1);
  if (names.length > maxFields)
    notes.push(`getFields names more than ${maxFields} fields: the rest was not read`);
  const wanted = new Set(names.map((name) => name.trim()));
  return (field) => (named === '' || wanted.has(field)) && hidden?.includes(field) !== true;
}

/** Cuts the records to what was asked for, which Erply does when all is done: it saves no time. */
function cut(context: RequestContext, call: AnyCall, answer: Answer): Answer {
  const isKept = fieldFilter(context, call);
  if (isKept === undefined || answer.isLink) return answer;
  const { records } = answer;
  const encodeCut = (from: number, to: number) =>
    encode(records, from, to).map((record) => selectFields(record, isKept));
  return { ...answer, records: { length: records.length, encode: encodeCut } };
}

/** The language that a request asks for, where the account's own is another. */
const otherLanguage = (account: Account, lang: string) =>
  lang === '' || lang === account.languages.own ? undefined : lang;

async function handle(context: RequestContext, call: AnyCall): Promise<Answer> {
  const account = accountOf(context);
  const stub = context.server.stubs.get(call.name);
  if (stub !== undefined) {
    context.notes.push(`${call.name} is not served: this is the answer of a stub`);
    return cut(context, call, stub.answer(context.parameters));
  }
  const handler = handlerOf(call) ?? refuse(1005, undefined, `${call.name} is not served yet`);
  const { user, session, origin, protocol } = context;
  const { address, baseUrl } = origin;
  const callContext: CallContext = {
    ...{ account, call, user, session, address, baseUrl },
    wantsCsv: protocol.responseType === 'CSV',
    language: otherLanguage(account, protocol.lang),
    isDetailed: protocol.isDetailed,
    keep: () => context.server.accounts.keep(account),
    signUp: () => signUp(context),
  };
  return cut(context, call, await handler(callContext, context.input ?? {}));
}

/** Takes a call through its gates to its handler. */
async function carryOut(context: RequestContext): Promise<Answer | Refusal> {
  const refusal = pass(callGates, context);
  const call = context.call;
  if (refusal !== undefined || call === undefined) return refusal ?? { code: 1005 };
  try {
    return await handle(context, call);
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

/** Runs one call: it is done, or refused. */
export async function runCall(context: RequestContext): Promise<CallOutcome> {
  mutateData(context, 'before');
  const answer = await carryOut(context);
  if ('code' in answer) {
    mutateData(context, 'after');
    return refused(context, answer);
  }
  const account = accountOf(context);
  const { switches } = account;
  const document = answerDocument({ call: context.name, answer, now: account.now(), switches });
  const written = isMutatedAfter(context) ? atOnce(document) : document;
  mutateData(context, 'after');
  return { document: written, errorCode: 0, answer };
}
