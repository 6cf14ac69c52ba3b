import { describe, expect, it } from 'vitest';

import type { Mock } from '../src/index.ts';
import { type Fields, frozenMock } from './ask.ts';

const code = '100001';

describe('a request that brings its own fault', () => {
  const form = (fields: Fields) =>
    new URLSearchParams(
      Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
    );
  const login = { clientCode: code, request: 'verifyUser', username: 'demo', password: 'demouser' };
  const send = (mock: Mock, fault: string, headers: Record<string, string> = {}) =>
    mock.app.request('/api/', {
      method: 'POST',
      body: form(login),
      headers: { 'erply-mock-fault': fault, host: 'localhost', ...headers },
    });

  it('meets it, before the rules of its account', async () => {
    const mock = frozenMock();
    const account = mock.account(code);
    account.addFault({ times: 1, effect: { errorCode: 1006 } });
    const answer = (await (await send(mock, '{"errorCode":1003}')).json()) as { status: object };
    expect(answer.status).toMatchObject({ errorCode: 1003 });
    expect(account.faults().notFired).toEqual([1]);
    expect(account.journal().entries.at(-1)?.faults).toEqual([0]);
  });

  it.each([
    [
      'what is not JSON',
      '{errorCode:1003}',
      'Erply-Mock-Fault needs one effect as JSON, as {"errorCode": 1002}',
    ],
    ['an unknown effect', '{"errrorCode":1}', 'an effect has no "errrorCode"; did you mean errorCode?'],
    ['a list', '[{"errorCode":1003}]', 'the body needs an object with errorCode'],
    ['a whole rule', '{"match":{},"effect":{"errorCode":1003}}', 'an effect has no "match"'],
    [
      'a record that there is not',
      '{"mutate":[{"table":"brands","op":"delete","id":99999}]}',
      'effect.mutate.0: brands has no record 99999',
    ],
  ])('is refused with HTTP 400 for %s', async (_, fault, problem) => {
    const response = await send(frozenMock(), fault);
    const { error } = (await response.json()) as { error: string };
    expect([response.status, error.slice(0, problem.length)]).toEqual([400, problem]);
  });

  it.each([
    ['a web page', { origin: 'https://shop.example' }, 'the control API is not for web pages'],
    [
      'another name of this machine',
      { host: 'evil.example' },
      'the Host header is neither loopback nor this',
    ],
  ])('is refused with HTTP 403 from %s', async (_, headers, problem) => {
    const response = await send(frozenMock(), '{"errorCode":1003}', headers);
    const { error } = (await response.json()) as { error: string };
    expect([response.status, error.slice(0, problem.length)]).toEqual([403, problem]);
  });

  it('is noted when there is no session that it could end', async () => {
    const mock = frozenMock();
    const response = await send(mock, '{"expireSession":true}');
    expect(response.headers.get('erply-mock-note')).toBe(
      'Erply-Mock-Fault: expireSession did not happen: the request was refused before it, or has no session',
    );
  });
});
