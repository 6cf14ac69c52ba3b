import { phpJson } from '@erply-kit/schemas';

import type { Switches } from '../account/switches.ts';
import type { Refusal } from './refusal.ts';

/** How the status block names the call: outside a bulk request by `request`, inside by `requestName` and `requestID`. */
export type CallName =
  | { readonly kind: 'request'; readonly name: string }
  | { readonly kind: 'subRequest'; readonly name: string; readonly id: unknown; readonly hasID: boolean };

/** What a handler answers: the records as JSON texts, or one bare object. */
export interface Answer {
  readonly recordsTotal: number;
  readonly records: readonly string[];
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

/** The text of an answer that went well. */
export function answerText(options: { call: CallName; answer: Answer; now: number; switches: Switches }): string {
  const { answer } = options;
  const total = answer.isTotalString ? `"${answer.recordsTotal}"` : answer.recordsTotal;
  const count = answer.records.length;
  const records = answer.isObject ? (answer.records[0] ?? '{}') : `[${answer.records.join(',')}]`;
  return (
    `{"status":{${nameFields(options.call, options.switches)}"requestUnixTime":${options.now},"responseStatus":"ok",` +
    `"errorCode":0,"generationTime":${generationTime},"recordsTotal":${total},"recordsInResponse":${count}},` +
    `"records":${records}}`
  );
}

/** The text of an error answer, in one of the three shapes that were seen of Erply. */
export function refusalText(options: {
  call: CallName;
  refusal: Refusal;
  /** The call had begun: errors before that have the bare shape. */
  isInsideCall: boolean;
  now: number;
  switches: Switches;
}): string {
  const { refusal, switches } = options;
  const shape = switches.errorBody === 'auto' ? (options.isInsideCall ? 'A' : 'B') : switches.errorBody;
  const field = refusal.field === undefined ? 'null' : phpJson(refusal.field);
  return (
    `{"status":{${nameFields(options.call, switches)}"requestUnixTime":${options.now},"responseStatus":"error",` +
    `"errorCode":${refusal.code},${shape === 'B' ? '' : `"errorField":${field},`}"generationTime":${generationTime},` +
    `"recordsTotal":0,"recordsInResponse":0}${shape === 'A' ? ',"records":null' : shape === 'C' ? ',"records":[]' : ''}}`
  );
}

/** The text around the sub-answers of a bulk request, or of the error that kept it from running. */
export function bulkText(options: { errorCode: number; now: number; answers?: readonly string[] }): string {
  const word = options.errorCode === 0 ? 'ok' : 'error';
  const requests = options.answers === undefined ? '' : `,"requests":[${options.answers.join(',')}]`;
  return (
    `{"status":{"requestUnixTime":${options.now},"responseStatus":"${word}","errorCode":${options.errorCode},` +
    `"generationTime":${generationTime}}${requests}}`
  );
}
