import type { AnyCall } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import { handlerOf } from '../entities/index.ts';
import type { CallContext } from '../generic/handler.ts';
import { type AsciiList, printed } from '../wire/ascii.ts';
import { type Answer, answerDocument, refusalDocument } from '../wire/envelope.ts';
import { textOf } from '../wire/parameters.ts';
import { type Refusal, RefusalError, refuse } from '../wire/refusal.ts';
import { selectFields } from '../wire/select-fields.ts';
import { accountOf, type Passage } from './context.ts';
import { callGates, pass } from './gates/gates.ts';
import { refundFailure } from './gates/quota.ts';
import { writeJournal } from './write-journal.ts';

/** One call, done or refused. */
export interface CallOutcome {
  readonly document: AsciiList;
  /** 0 when it was done. */
  readonly errorCode: number;
  readonly answer?: Answer;
}

/** Refuses a call, or a whole request before it comes to its calls. */
export function refused(passage: Passage, refusal: Refusal): CallOutcome {
  if (refusal.note !== undefined) passage.notes.push(refusal.note);
  refundFailure(passage);
  writeJournal(passage, refusal);
  const now = passage.account?.now() ?? passage.server.clock.now();
  const switches = passage.account?.switches ?? passage.server.options.config.switches;
  const isObject = passage.call !== undefined && 'object' in passage.call.result;
  const document = refusalDocument({ call: passage.name, refusal, isObject, now, switches });
  return { document, errorCode: refusal.code };
}

const isDetailed = (passage: Passage) => textOf(passage.parameters, 'responseMode') === 'detail';

/** Names that are read of one `getFields`; no record has nearly so many fields. */
const maxFields = 10_000;

/** The fields that a request wants of each record; `undefined` when it wants them all. */
function fieldFilter(passage: Passage, call: AnyCall): ((field: string) => boolean) | undefined {
  const named = textOf(passage.parameters, 'getFields') ?? '';
  const hidden = isDetailed(passage) ? undefined : call.detailFields;
  if (named === '' && hidden === undefined) return undefined;
  const names = named.split(',', maxFields + 1);
  if (names.length > maxFields)
    passage.notes.push(`getFields names more than ${maxFields} fields: the rest was not read`);
  const wanted = new Set(names.map((name) => name.trim()));
  return (field) => (named === '' || wanted.has(field)) && hidden?.includes(field) !== true;
}

/** Cuts the records to what was asked for, which Erply does when all is done: it saves no time. */
function cut(passage: Passage, call: AnyCall, answer: Answer): Answer {
  const isKept = fieldFilter(passage, call);
  if (isKept === undefined || answer.isLink) return answer;
  const { records } = answer;
  const print = (from: number, to: number) =>
    printed(records, from, to).map((record) => selectFields(record, isKept));
  return { ...answer, records: { length: records.length, print } };
}

/** The language that a request asks for, where the account's own is another. */
const otherLanguage = (account: Account, lang: string) =>
  lang === '' || lang === account.languages.own ? undefined : lang;

async function handle(passage: Passage, call: AnyCall): Promise<Answer> {
  const account = accountOf(passage);
  const wantsCsv = textOf(passage.parameters, 'responseType') === 'CSV';
  const handler = handlerOf(call) ?? refuse(1005, undefined, `${call.name} is not served yet`);
  const { user, session, place } = passage;
  const { address, baseUrl } = place;
  const context: CallContext = {
    ...{ account, call, user, session, address, baseUrl, wantsCsv },
    language: otherLanguage(account, textOf(passage.parameters, 'lang') ?? ''),
    isDetailed: isDetailed(passage),
    keep: () => passage.server.accounts.keep(account),
  };
  return cut(passage, call, await handler(context, passage.input ?? {}));
}

/** Takes a call through its gates to its handler. */
export async function runCall(passage: Passage): Promise<CallOutcome> {
  const refusal = pass(callGates, passage);
  const call = passage.call;
  if (refusal !== undefined || call === undefined) return refused(passage, refusal ?? { code: 1005 });
  try {
    const answer = await handle(passage, call);
    const account = accountOf(passage);
    const { switches } = account;
    writeJournal(passage, { recordsInResponse: answer.records.length });
    const document = answerDocument({ call: passage.name, answer, now: account.now(), switches });
    return { document, errorCode: 0, answer };
  } catch (error) {
    if (error instanceof RefusalError) return refused(passage, error.refusal);
    throw error;
  }
}
