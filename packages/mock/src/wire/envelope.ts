import { phpJson } from '@erply-kit/schemas';

import type { Switches } from '../account/switches.ts';
import { type Ascii, joinAscii } from './ascii.ts';
import type { Allocate } from './buffer-pool.ts';
import type { Refusal } from './refusal.ts';

/** How the status block names the call: outside a bulk request by `request`, inside by `requestName` and `requestID`. */
export type CallName =
  | { readonly kind: 'request'; readonly name: string }
  | { readonly kind: 'subRequest'; readonly name: string; readonly id: unknown; readonly hasID: boolean };

/** What a handler answers: the records as JSON, or one bare object. */
export interface Answer {
  readonly recordsTotal: number;
  readonly records: readonly Ascii[];
  /** `records` is the one record itself and no array. */
  readonly isObject?: true;
  readonly isTotalString?: true;
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
  const id = switches.requestIdEcho === 'string' && call.id !== null ? String(call.id) : call.id;
  return `${name}"requestID":${phpJson(id)},`;
}

/** An answer that went well. */
export function answerBytes(options: {
  call: CallName;
  answer: Answer;
  now: number;
  switches: Switches;
  allocate: Allocate;
}): Buffer {
  const { answer } = options;
  const total = answer.isTotalString ? `"${answer.recordsTotal}"` : answer.recordsTotal;
  const count = answer.records.length;
  const head =
    `{"status":{${nameFields(options.call, options.switches)}"requestUnixTime":${options.now},"responseStatus":"ok",` +
    `"errorCode":0,"generationTime":${generationTime},"recordsTotal":${total},"recordsInResponse":${count}},"records":`;
  if (answer.isObject) return joinAscii({ head, parts: answer.records, tail: '}' }, options.allocate);
  return joinAscii({ head: `${head}[`, parts: answer.records, tail: ']}' }, options.allocate);
}

/** An error answer, in one of the three shapes that were seen of Erply. */
export function refusalBytes(options: {
  call: CallName;
  refusal: Refusal;
  /** The call had begun: errors before that have the bare shape. */
  isInsideCall: boolean;
  now: number;
  switches: Switches;
}): Buffer {
  const { refusal, switches } = options;
  const shape = switches.errorBody === 'auto' ? (options.isInsideCall ? 'A' : 'B') : switches.errorBody;
  const field = refusal.field === undefined ? 'null' : phpJson(refusal.field);
  const text =
    `{"status":{${nameFields(options.call, switches)}"requestUnixTime":${options.now},"responseStatus":"error",` +
    `"errorCode":${refusal.code},${shape === 'B' ? '' : `"errorField":${field},`}"generationTime":${generationTime},` +
    `"recordsTotal":0,"recordsInResponse":0}${shape === 'A' ? ',"records":null' : shape === 'C' ? ',"records":[]' : ''}}`;
  return Buffer.from(text, 'latin1');
}

/** The sub-answers of a bulk request, or the error that kept it from running. */
export function bulkBytes(options: {
  errorCode: number;
  now: number;
  answers?: readonly Buffer[];
  allocate: Allocate;
}): Buffer {
  const word = options.errorCode === 0 ? 'ok' : 'error';
  const head =
    `{"status":{"requestUnixTime":${options.now},"responseStatus":"${word}","errorCode":${options.errorCode},` +
    `"generationTime":${generationTime}}`;
  const text =
    options.answers === undefined
      ? { head, parts: [], tail: '}' }
      : { head: `${head},"requests":[`, parts: options.answers, tail: ']}' };
  return joinAscii(text, options.allocate);
}
