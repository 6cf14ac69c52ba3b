import type { Status } from '@erply-kit/schemas';

import type { AnyRecord } from '../answer.ts';
import type { RequestedCall } from '../api-request.ts';
import type { Attempt, RawResult } from '../attempt.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors/failure.ts';
import { toErplyError } from '../errors/to-erply-error.ts';
import { findRefusal, isErrorCode } from './find-refusal.ts';
import type { Step } from './step.ts';

/** Tells success from refusal, by the status alone: Erply answers nearly everything with HTTP 200. */
export const classify: Step = (attempt, context) => {
  const { request, document = {} } = attempt;
  const status = context.records.readStatus(request.name, document.status);
  const call = request.isBulk ? undefined : request.items[0]?.call;
  if (call) checkIsAnswerTo(call.name, status);
  const refusal = findRefusal(status, { call, isLogin: request.isLogin });
  if (isErrorCode(status.errorCode)) attempt.code = status.errorCode;
  learn(attempt, context, status);
  if (refusal) throw refusal;
  attempt.results = request.isBulk
    ? matchAnswers(request.items, document.requests).map((one) => settle(one, attempt, context))
    : request.items.map((item) => ({ ok: true, item, status, records: takeRecords(document, status) }));
  learnSize(attempt, context);
};

/** A proxy that mixes up answers must not make a call take that of another one, which may even be a write. */
function checkIsAnswerTo(name: string, { request }: Status): void {
  if (request === undefined || request === '' || request === name) return;
  throw new Failure('the answer is that of another call', {
    kind: 'response',
    recovery: 'backOff',
    isAmbiguous: true,
  });
}

/** What every answer says about the server's clock, and 1002 about the hour. */
function learn({ sentAtMs }: Attempt, context: Context, status: Status): void {
  const { limits, settings } = context;
  const { requestUnixTime: unixSeconds, errorCode } = status;
  const hasTime = isPlausibleTime(unixSeconds);
  const nowMs = context.clock.now();
  if (hasTime) limits.observe(settings.account, { unixSeconds, sinceSentMs: nowMs - (sentAtMs ?? nowMs) });
  if (errorCode === 1002) limits.markUsedUp(settings.account, hasTime ? unixSeconds : undefined);
}

/** Seconds of this century. Any other number is not a time, and would make nonsense of every wait that is counted by it. */
const isPlausibleTime = (unixSeconds: number) =>
  Number.isSafeInteger(unixSeconds) && unixSeconds >= 946_684_800 && unixSeconds < 4_102_444_800;

/** How big answers are, where all of one request are of one call. */
function learnSize({ request, results = [], reply }: Attempt, context: Context): void {
  const [first] = request.items;
  if (!first || request.items.some((item) => item.call !== first.call)) return;
  const countOf = (result: RawResult) => (result.ok ? (result.status.recordsInResponse ?? 0) : 0);
  const records = results.reduce((sum, result) => sum + countOf(result), 0);
  context.answerSizes.learn(first.call, { records, bytes: reply?.body.byteLength ?? 0 });
}

/** A call of a bulk request, and what was sent in answer to it. */
interface AnsweredCall {
  readonly item: RequestedCall;
  readonly answer: AnyRecord;
}

/** Each call of a bulk request with its answer. Order and `requestID` must both fit, or none can be trusted. */
function matchAnswers(items: readonly RequestedCall[], answers: unknown): AnsweredCall[] {
  const isWhole = Array.isArray(answers) && answers.length === items.length;
  const pairs = items.map((item, index) => ({ item, answer: isWhole ? answers[index] : undefined }));
  const fits = pairs.every(({ item, answer }, index) => {
    const { requestID, requestName } = answer?.status ?? {};
    return String(requestID) === String(index + 1) && (requestName ?? item.call.name) === item.call.name;
  });
  if (fits) return pairs;
  throw new Failure('the sub-answers are not those of the sub-requests', {
    kind: 'response',
    recovery: 'backOff',
    isAmbiguous: true,
  });
}

function settle({ item, answer }: AnsweredCall, { number }: Attempt, context: Context): RawResult {
  const { call } = item;
  const status = context.records.readStatus(call.name, answer.status);
  const refusal = findRefusal(status, { call, isLogin: false });
  if (!refusal) return { ok: true, item, status, records: takeRecords(answer, status) };
  const error = toErplyError(refusal, { name: call.name, isRead: call.effect === 'read', attempt: number });
  return { ok: false, error };
}

/** The records as sent; none is `[]`, `null` or no key at all. */
function takeRecords(answer: AnyRecord, status: Status): unknown {
  const records = answer.records ?? [];
  const isEmpty = Array.isArray(records) && records.length === 0;
  if (!isEmpty || (status.recordsInResponse ?? 0) === 0) return records;
  throw new Failure('records were announced and none came', {
    kind: 'response',
    recovery: 'backOff',
    isAmbiguous: true,
  });
}
