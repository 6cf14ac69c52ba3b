import type { Status } from '@erply-kit/schemas';

import type { Context } from '../context.ts';
import { Fault } from '../errors/fault.ts';
import { toErplyError } from '../errors/to-erply-error.ts';
import type { AnyRecord, Flight, FlightItem } from '../flight.ts';
import { isErrorCode, refusalOf } from './refusal.ts';
import type { Step } from './step.ts';

/** Tells success from refusal, by the status alone: Erply answers nearly everything with HTTP 200. */
export const classify: Step = (flight, context) => {
  const status = context.records.readStatus(flight.name, flight.document.status);
  const call = flight.isBulk ? undefined : flight.items[0]?.call;
  if (call) checkIsAnswerTo(call.name, status);
  const refusal = refusalOf(status, { call, isLogin: flight.isLogin });
  if (isErrorCode(status.errorCode)) flight.code = status.errorCode;
  learn(flight, context, status);
  if (refusal) throw refusal;
  if (flight.isBulk) {
    for (const { item, answer } of matched(flight)) settle(item, answer, { flight, context });
  } else {
    for (const item of flight.items) item.said = { status, records: recordsOf(flight.document, status) };
  }
  learnSize(flight, context);
};

/** A proxy that mixes up answers must not make a call take that of another one, which may even be a write. */
function checkIsAnswerTo(name: string, { request }: Status): void {
  if (request === undefined || request === '' || request === name) return;
  throw new Fault('the answer is that of another call', {
    kind: 'response',
    cure: 'backOff',
    isAmbiguous: true,
  });
}

/** What every answer tells about the server's clock, and 1002 about the hour. */
function learn(flight: Flight, context: Context, status: Status): void {
  const { limits, settings } = context;
  const { requestUnixTime: unixSeconds, errorCode } = status;
  const isTold = isPlausibleTime(unixSeconds);
  const nowMs = context.clock.now();
  if (isTold)
    limits.observe(settings.account, { unixSeconds, sinceSentMs: nowMs - (flight.sentAtMs ?? nowMs) });
  if (errorCode === 1002) limits.markUsedUp(settings.account, isTold ? unixSeconds : undefined);
}

/** Seconds of this century. Any other number is not a time, and would make nonsense of every wait that is counted by it. */
const isPlausibleTime = (unixSeconds: number) =>
  Number.isSafeInteger(unixSeconds) && unixSeconds >= 946_684_800 && unixSeconds < 4_102_444_800;

/** How big answers are, where all of one request are of one call. */
function learnSize(flight: Flight, context: Context): void {
  const [first] = flight.items;
  if (!first || flight.items.some((item) => item.call !== first.call)) return;
  const records = flight.items.reduce((sum, item) => sum + (item.said?.status.recordsInResponse ?? 0), 0);
  context.answerSizes.learn(first.call, { records, bytes: flight.reply?.body.byteLength ?? 0 });
}

/** Each call of a bulk request with its answer. Order and `requestID` must both fit, or none can be trusted. */
function matched(flight: Flight): { item: FlightItem; answer: AnyRecord }[] {
  const answers = flight.document.requests;
  const isWhole = Array.isArray(answers) && answers.length === flight.items.length;
  const pairs = flight.items.map((item, index) => ({ item, answer: isWhole ? answers[index] : undefined }));
  const fits = pairs.every(({ item, answer }, index) => {
    const { requestID, requestName } = answer?.status ?? {};
    return String(requestID) === String(index + 1) && (requestName ?? item.call.name) === item.call.name;
  });
  if (fits) return pairs;
  throw new Fault('the sub-answers are not those of the sub-requests', {
    kind: 'response',
    cure: 'backOff',
    isAmbiguous: true,
  });
}

function settle(item: FlightItem, answer: AnyRecord, trip: { flight: Flight; context: Context }): void {
  const status = trip.context.records.readStatus(item.call.name, answer.status);
  const doing = { name: item.call.name, isRead: item.call.effect === 'read', attempt: trip.flight.attempt };
  const refusal = refusalOf(status, { call: item.call, isLogin: false });
  if (refusal) item.error = toErplyError(refusal, doing);
  else item.said = { status, records: recordsOf(answer, status) };
}

/** The records as sent; none is `[]`, `null` or no key at all. */
function recordsOf(answer: AnyRecord, status: Status): unknown {
  const records = answer.records ?? [];
  const isEmpty = Array.isArray(records) && records.length === 0;
  if (!isEmpty || (status.recordsInResponse ?? 0) === 0) return records;
  throw new Fault('records were announced and none came', {
    kind: 'response',
    cure: 'backOff',
    isAmbiguous: true,
  });
}
