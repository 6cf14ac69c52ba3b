import type { AnyRecord } from '../answer.ts';
import { Failure } from '../errors/failure.ts';
import { createEncodingFailure } from '../transport/create-encoding-failure.ts';
import { describeStatus, isRedirect } from '../transport/http-status.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Step } from './step.ts';

/**
 * Finds Erply's envelope in the answer. The Content-Type is not asked: without `sendContentType` it is wrong, and
 * proxies make it so. Nor is the HTTP status, where the body is one of Erply's.
 */
export const decode: Step = (attempt, context) => {
  const { status = 0, body = new Uint8Array() } = attempt.reply ?? {};
  if (status === 429) {
    context.limits.pauseAddress();
    throw new Failure('too many requests from this address (HTTP 429)', {
      kind: 'transport',
      recovery: 'addressPause',
    });
  }
  const { text, json } = parseAnswer(body);
  if (isEnvelope(json)) attempt.document = json;
  else throw createForeignFailure(status, text, attempt.reply?.contentEncoding);
};

function isEnvelope(document: unknown): document is AnyRecord {
  if (typeof document !== 'object' || document === null || !('status' in document)) return false;
  const { status } = document;
  return typeof status === 'object' && status !== null && 'errorCode' in status;
}

function createForeignFailure(status: number, text: string, coding: string | undefined): Failure {
  if (status >= 500 || status === 408) {
    return new Failure(`HTTP ${status}`, { kind: 'transport', recovery: 'backOff', isAmbiguous: true });
  }
  if (isRedirect(status)) {
    const message = `${describeStatus(status)}; set url to the address that it leads to`;
    return new Failure(message, { kind: 'transport', recovery: 'none' });
  }
  if (status >= 300)
    return new Failure(`HTTP ${status}, which is none of Erply's`, { kind: 'transport', recovery: 'none' });
  if (coding !== undefined) return createEncodingFailure(coding);
  const what =
    text === '' || text === 'null' ? 'an empty answer' : 'an answer that is not a whole JSON of Erply';
  return new Failure(what, { kind: 'response', recovery: 'backOff', isAmbiguous: true });
}
