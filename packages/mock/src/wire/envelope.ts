import { phpJson } from '@erply-kit/schemas';

import type { Switches } from '../config/switches.ts';
import type { AsciiList, Encodable } from './ascii.ts';
import type { Refusal } from './refusal.ts';

/** How the status block names the call: outside a bulk request by `request`, inside by `requestName` and `requestID`. */
export type CallName =
  | { readonly kind: 'request'; readonly name: string }
  | { readonly kind: 'subRequest'; readonly name: string; readonly id: unknown; readonly hasID: boolean };

/** What a handler answers: the records as JSON, or one bare object. */
export interface Answer {
  readonly recordsTotal: number;
  readonly records: Encodable;
  /** `records` is the one record itself and no array. */
  readonly isObject?: true;
  readonly isTotalString?: true;
  /** The record is a link to a file: `getFields` does not cut it. */
  readonly isLink?: true;
}

/**
 * Seconds that the answer claims to have taken. A constant, so that the same request is answered with the same bytes;
 * it has a fraction, as real ones have, for clients whose JSON types are strict.
 */
const generationTime = '0.0123';

function nameFields(call: CallName, switches: Switches): string {
  if (call.kind === 'request') return `"request":${phpJson(call.name)},`;
  const name = `"requestName":${phpJson(call.name)},`;
  if (!call.hasID) return switches.requestIdOmitted === 'null' ? `${name}"requestID":null,` : name;
  const id = phpJson(call.id);
  const isToBeText = switches.requestIdEcho === 'string' && typeof call.id !== 'string' && call.id !== null;
  return `${name}"requestID":${isToBeText ? phpJson(id) : id},`;
}

/** An answer that went well. */
export function answerDocument(options: {
  call: CallName;
  answer: Answer;
  now: number;
  switches: Switches;
}): AsciiList {
  const { answer } = options;
  const total = answer.isTotalString ? `"${answer.recordsTotal}"` : answer.recordsTotal;
  const count = answer.records.length;
  const head =
    `{"status":{${nameFields(options.call, options.switches)}"requestUnixTime":${options.now},"responseStatus":"ok",` +
    `"errorCode":0,"generationTime":${generationTime},"recordsTotal":${total},"recordsInResponse":${count}},"records":`;
  return answer.isObject
    ? { head, parts: answer.records, tail: '}' }
    : { head: `${head}[`, parts: answer.records, tail: ']}' };
}

/** Codes of refusals that come before the call runs, whose answers are bare. */
const isBeforeCall = (code: number) => code < 1010 || [1054, 1055, 1065].includes(code);

/** An error answer, in one of the three shapes that were seen of Erply. */
export function refusalDocument(options: {
  call: CallName;
  refusal: Refusal;
  /** The call answers a bare object: an empty list would be of the wrong type for its clients. */
  isObject: boolean;
  now: number;
  switches: Switches;
}): AsciiList {
  const { refusal, switches } = options;
  const shape = switches.errorBody === 'auto' ? (isBeforeCall(refusal.code) ? 'B' : 'A') : switches.errorBody;
  const field = refusal.field === undefined ? 'null' : phpJson(refusal.field);
  const head =
    `{"status":{${nameFields(options.call, switches)}"requestUnixTime":${options.now},"responseStatus":"error",` +
    `"errorCode":${refusal.code},${shape === 'B' ? '' : `"errorField":${field},`}"generationTime":${generationTime},` +
    `"recordsTotal":0,"recordsInResponse":0}`;
  const records = { A: ',"records":null', B: '', C: `,"records":${options.isObject ? 'null' : '[]'}` }[shape];
  return { head, parts: [], tail: `${records}}` };
}

/** What stands around the sub-answers of a bulk request, or the error that kept it from running. */
export function bulkFrame(options: { errorCode: number; now: number }): { head: string; tail: string } {
  const isOk = options.errorCode === 0;
  const status =
    `{"status":{"requestUnixTime":${options.now},"responseStatus":"${isOk ? 'ok' : 'error'}",` +
    `"errorCode":${options.errorCode},"generationTime":${generationTime}}`;
  return isOk ? { head: `${status},"requests":[`, tail: ']}' } : { head: status, tail: '}' };
}
