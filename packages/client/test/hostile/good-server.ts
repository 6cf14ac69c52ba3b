import { serverTime } from '../scripted-transport.ts';
import type { Document } from './way.ts';

export const password = 'CANARY-SECRET-7f3a';
export const sessionKey = 'CANARY-SECRET-7f3a-key';
export const person = 'canary-person@example.test';

/** What a hostile server says wherever it can: secrets, a person, and what clears a terminal. */
export const echo = `${password}\u001b[2J ${sessionKey} ${person}\u0007\u009b2K\r\n`;
/** As much of it as a header may have. */
export const headerEcho = `${password} ${sessionKey} ${person}`;

/** Rows of every list. */
export const rowCount = 125;
/** Rows of the stock file. */
export const stockRows = 50;

export const stockFile = [
  '"productID","amountInStock"',
  ...numbers(stockRows).map((id) => `"${id}","2"`),
  '',
].join('\n');

/** The answer to a request as it should be; links lead to `origin`. */
export function goodDocument(form: URLSearchParams, origin: string): Document {
  const requests = form.get('requests');
  if (requests === null) return answerTo(Object.fromEntries(form), origin);
  const parts = JSON.parse(requests) as Record<string, string>[];
  return {
    status: goodStatus({}),
    requests: parts.map((part) => {
      const { status, records } = answerTo({ ...part, request: part.requestName ?? '' }, origin);
      const { request: _, ...rest } = status;
      return { status: { ...rest, requestName: part.requestName, requestID: part.requestID }, records };
    }),
  };
}

function answerTo(input: Readonly<Record<string, string>>, origin: string): Document {
  const records = recordsFor(input, origin);
  const recordsTotal = /^(getProducts|getUserOperationsLog)$/.test(input.request ?? '')
    ? rowCount
    : records.length;
  const counts = { recordsTotal, recordsInResponse: records.length };
  return { status: goodStatus({ request: input.request, ...counts }), records };
}

const goodStatus = (more: object) => ({
  requestUnixTime: serverTime,
  responseStatus: 'ok',
  errorCode: 0,
  generationTime: 0.01,
  note: echo,
  ...more,
});

function recordsFor(input: Readonly<Record<string, string>>, origin: string): object[] {
  const size = Math.min(Number(input.recordsOnPage ?? 20), 50);
  const start = Number(input.recordOffset ?? (Number(input.pageNo ?? 1) - 1) * size);
  const ids = numbers(rowCount).slice(start, start + size);
  switch (input.request) {
    case 'verifyUser':
      return [{ userID: '1', userName: person, sessionKey, sessionLength: 3600 }];
    case 'getProducts':
      return ids.map((productID) => ({ productID, name: person, code: echo }));
    case 'getUserOperationsLog':
      return ids.map((logID) => ({ logID, username: person, timestamp: serverTime, itemID: logID }));
    case 'getProductStock':
      return [{ reportLink: `${origin}/reports/${encodeURIComponent(sessionKey)}.csv` }];
    default:
      return [{ productID: 7 }];
  }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
