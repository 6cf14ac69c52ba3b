import { createMock, type Mock, type MockOptions } from '../src/index.ts';

/** An instant after the shop's history, at a full hour. */
export const start = 1_780_000_000 - (1_780_000_000 % 3600);

/** A fake whose clock stands still until a test moves it; no request takes it any time. */
export const frozenMock = (options: MockOptions = {}): Mock =>
  createMock({ now: start, frozen: true, realTime: () => start * 1000, ...options });

export type Answer = { status: any; records?: any; requests?: any };

export type Fields = Readonly<Record<string, string | number>>;

/** Posts a form to the classic API and answers the parsed JSON. */
export async function ask(mock: Mock, fields: Fields): Promise<Answer> {
  return JSON.parse(await askText(mock, fields)) as Answer;
}

export async function askText(mock: Mock, fields: Fields): Promise<string> {
  return (await post(mock, fields)).text();
}

export async function post(mock: Mock, fields: Fields): Promise<Response> {
  const body = new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return mock.app.request('/api/', { method: 'POST', body });
}

/** Logs in and answers a function that asks as that user. */
export async function loggedIn(mock: Mock, clientCode = '100001') {
  const login = await ask(mock, {
    clientCode,
    request: 'verifyUser',
    username: 'demo',
    password: 'demouser',
  });
  const sessionKey = String(login.records[0].sessionKey);
  const call = (request: string, fields: Fields = {}) =>
    ask(mock, { clientCode, sessionKey, request, ...fields });
  const bulk = (requests: readonly object[]) =>
    ask(mock, { clientCode, sessionKey, requests: JSON.stringify(requests) });
  return { sessionKey, call, bulk };
}

const jsonHeaders = { 'content-type': 'application/json', host: 'localhost' };

/** Answers a function that asks the control API: status, and the parsed body. */
export function control(mock: Mock) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = jsonHeaders,
  ) => {
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await mock.app.request(`/_mock${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
}

/** Logs in over HTTP, to account 100001. */
export async function sessionOf({ url }: { readonly url: string }) {
  const login = { clientCode: '100001', request: 'verifyUser', username: 'demo', password: 'demouser' };
  const response = await fetch(`${url}/api/`, { method: 'POST', body: new URLSearchParams(login) });
  const { records } = (await response.json()) as { records: { sessionKey: string }[] };
  return { sessionKey: records[0]?.sessionKey ?? '' };
}
