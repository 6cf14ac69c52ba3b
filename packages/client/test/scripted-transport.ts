import type { Transport, TransportFile, TransportReply } from '../src/transport/transport.ts';
import { TransportError, type TransportFailure } from '../src/transport/transport-error.ts';

type Reply = TransportReply | Error | Promise<TransportReply>;
/** What the server does with a request, given its form fields. */
export type Answering = (form: URLSearchParams, signal: AbortSignal) => Reply;

export interface ScriptedTransport extends Transport {
  /** The requests so far, as form fields. */
  readonly sent: URLSearchParams[];
  /** Addresses of files that were opened. */
  readonly opened: string[];
}

/** A wire that answers by a script: one function for each request, the last one for all that follow. */
export function scriptedTransport(
  script: readonly Answering[],
  files: readonly TransportFile[] = [],
): ScriptedTransport {
  const sent: URLSearchParams[] = [];
  const opened: string[] = [];
  return {
    sent,
    opened,
    async send(request) {
      request.signal.throwIfAborted();
      const form = new URLSearchParams(request.form);
      const answering = script[Math.min(sent.length, script.length - 1)];
      sent.push(form);
      const reply = await answering?.(form, request.signal);
      if (reply === undefined) throw new Error('the script has no answer');
      if (reply instanceof Error) throw reply;
      return reply;
    },
    async open(request) {
      opened.push(request.url);
      const file = files[Math.min(opened.length, files.length) - 1];
      if (!file) throw new Error('the script has no file');
      return file;
    },
  };
}

/** The server's clock in scripted answers, unless a test sets another. */
export const serverTime = Date.UTC(2026, 2, 10, 15, 30, 0) / 1000;

/** A body of any kind. */
export function body(text: string, status = 200): TransportReply {
  return { status, body: Buffer.from(text) };
}

/** An answer as Erply sends it. */
export function records(list: readonly object[], status: object = {}): TransportReply {
  return body(
    JSON.stringify({
      status: { ...good, recordsTotal: list.length, recordsInResponse: list.length, ...status },
      records: list,
    }),
  );
}

const good = {
  requestUnixTime: serverTime,
  responseStatus: 'ok',
  errorCode: 0,
  generationTime: 0.01,
};

/** An error as Erply sends it, in the bare shape. */
export function refused(errorCode: number, status: object = {}): TransportReply {
  return body(JSON.stringify({ status: { ...good, responseStatus: 'error', errorCode, ...status } }));
}

/** The answer to a bulk request: `answers` in its order. */
export function bulkAnswer(
  answers: readonly { readonly status?: object; readonly records?: unknown }[],
): TransportReply {
  const requests = answers.map((answer, index) => ({
    status: { ...good, requestID: index + 1, ...answer.status },
    records: answer.records,
  }));
  return body(JSON.stringify({ status: good, requests }));
}

/** A login that is granted. */
export function granted(sessionKey = 'key-1', sessionLength = 3600): TransportReply {
  return records([{ userID: '1', sessionKey, sessionLength }]);
}

/** A request that fails below HTTP. */
export function failure(kind: TransportFailure, code: string): TransportError {
  return new TransportError(kind, { cause: Object.assign(new Error('socket'), { code }) });
}

/** Never answers, until the request is aborted. */
export const silence: Answering = (_, signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
