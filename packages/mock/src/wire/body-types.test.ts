import { describe, expect, it } from 'vitest';

import { type Answer, frozenMock, loggedIn } from '../../test/ask.ts';
import { exchange } from '../../test/raw-socket.ts';
import { type Mock, startMock } from '../index.ts';

const form = 'clientCode=100001&request=getServiceEndpoints';
const multipart = ['clientCode=100001', 'request=getServiceEndpoints']
  .map((field) => field.split('='))
  .map(([name, value]) => `--XX\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  .join('')
  .concat('--XX--\r\n');

async function send(mock: Mock, body: string, contentType: string, query = '') {
  const headers = { 'content-type': contentType };
  const response = await mock.app.request(`/api/${query}`, { method: 'POST', body, headers });
  const { status } = (await response.json()) as Answer;
  return { status, note: response.headers.get('erply-mock-note') };
}

/** Bodies under headers that PHP makes no variables of, each with what sends it. */
const unread: readonly (readonly [contentType: string, body: string, sender: string])[] = [
  ['', form, "Go's http.NewRequest, java.net.http and undici's request with a text"],
  ['text/plain;charset=UTF-8', form, 'fetch and got with a text'],
  ['text/plain', form, 'curl with another header'],
  ['application/octet-stream', form, 'bytes'],
  ['application/xml', form, 'nobody'],
  ['application/json', form, 'nobody'],
  ['application/x-www-form-urlencoded\t; charset=utf-8', form, 'nobody'],
  ['multipart/mixed; boundary=XX', multipart, "OkHttp's MultipartBody without a type"],
  ['multipart/form-data', multipart, 'a header set by hand'],
  ['multipart/form-data; boundary=YY', multipart, 'a header set by hand'],
  ['', multipart, "Guzzle's body"],
];

describe('a body', () => {
  it.each(unread)('under "%s" counts as not sent, with a note that names the header', async (type, body) => {
    const isWrong = { errorCode: 1001, request: '' };
    for (const strict of [false, true]) {
      const { status, note } = await send(frozenMock({ strict }), body, type);
      expect(status).toMatchObject(isWrong);
      expect(note).toContain(type === '' ? 'no Content-Type' : `Content-Type "${type.replace('\t', '?')}"`);
    }
  });

  it.each(unread)('under "%s" is read where bodyTypes is any', async (type, body) => {
    if (type === 'application/json') return;
    const mock = frozenMock({ set: { bodyTypes: 'any' } });
    const { status, note } = await send(mock, body, type);
    expect(status).toMatchObject({ errorCode: 0, request: 'getServiceEndpoints' });
    expect(note).toBeNull();
  });

  it('is read in any way by the accounts alone that are set so', async () => {
    const mock = frozenMock();
    mock.account('100002').setConfig({ set: { bodyTypes: 'any' } });
    expect((await send(mock, form, 'text/plain')).status.errorCode).toBe(1001);
    const other = form.replace('100001', '100002');
    expect((await send(mock, other, 'text/plain')).status.errorCode).toBe(0);
    expect((await send(mock, 'request=getServiceEndpoints', '', '?clientCode=100002')).status.errorCode).toBe(
      0,
    );
  });

  it.each([
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded;charset=UTF-8',
    'APPLICATION/X-WWW-FORM-URLENCODED',
    'application/x-www-form-urlencoded, text/plain',
  ])('under "%s" is read', async (type) => {
    const { status, note } = await send(frozenMock(), form, type);
    expect(status.errorCode).toBe(0);
    expect(note).toBeNull();
  });

  it('that is empty needs no header, and no note', async () => {
    const headers = { 'content-type': 'text/plain' };
    const answer = await frozenMock().app.request(`/api/?${form}`, { method: 'POST', headers });
    expect(((await answer.json()) as Answer).status.errorCode).toBe(0);
    expect(answer.headers.get('erply-mock-note')).toBeNull();
  });

  it('that is multipart under the header of the other kind is read by the header, and noted', async () => {
    const type = 'application/x-www-form-urlencoded; boundary=XX';
    const { status, note } = await send(frozenMock(), multipart, type);
    expect(status.errorCode).toBe(1001);
    expect(note).toBe(`the body looks like multipart, but was read by its Content-Type "${type}"`);
    const any = frozenMock({ set: { bodyTypes: 'any' } });
    expect((await send(any, multipart, type)).status.errorCode).toBe(0);
  });

  it('of a form that begins as JSON does is a form', async () => {
    const type = 'application/x-www-form-urlencoded';
    for (const first of ['[a]=1', '{a}=1', '[1]', '{"a":1}=', ' [']) {
      const { status } = await send(frozenMock(), `${first}&${form}`, type);
      expect([first, status.errorCode]).toEqual([first, 0]);
    }
    const { status, note } = await send(frozenMock(), '{"clientCode":"100001"}', type);
    expect(status.errorCode).toBe(1001);
    expect(note).toContain('looks like JSON');
  });

  it('that was not read is noted in the log and in the journal, without a word of it', async () => {
    const lines: string[] = [];
    const mock = frozenMock({ onNote: (line) => lines.push(line) });
    const { sessionKey } = await loggedIn(mock);
    const query = `?clientCode=100001&request=saveProduct&sessionKey=${sessionKey}`;
    const { status } = await send(mock, 'groupID=1&name=CANARY-SECRET-7f3a', 'text/plain', query);
    expect(status).toMatchObject({ errorCode: 1010, errorField: 'groupID' });
    const note =
      'Content-Type "text/plain" is not that of a form, so nothing of the body was read: send a form as application/x-www-form-urlencoded or multipart/form-data';
    expect(lines).toEqual([note]);
    expect(mock.account('100001').journal().entries.at(-1)?.notes).toEqual([note]);
  });

  it('that JSON was made of under the header of a form shows nothing of itself in notes', async () => {
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock);
    const query = `?clientCode=100001&request=getWarehouses&sessionKey=${sessionKey}`;
    const body = '{"password":"CANARY-SECRET-7f3a","a.b":1}';
    const { note } = await send(mock, body, 'application/x-www-form-urlencoded', query);
    expect(note).toContain('looks like JSON');
    const { entries } = mock.account('100001').journal();
    expect(note + JSON.stringify(entries)).not.toContain('CANARY');
  });

  it('keeps its byte order mark, which belongs to the first name', async () => {
    await using erply = await startMock();
    const port = Number(new URL(erply.url).port);
    const errorOf = async (body: string) => {
      const head = `POST /api/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(body)}`;
      const result = await exchange(
        port,
        { bytes: Buffer.from(`${head}\r\n\r\n${body}`), ending: 'wait' },
        10_000,
      );
      if (result.outcome !== 'answered') throw new Error(result.outcome);
      return (JSON.parse(result.answer.body.toString()) as Answer).status.errorCode;
    };
    expect(await errorOf(`${form}&õ=õ`)).toBe(0);
    expect(await errorOf(`\ufeffx=1&${form}`)).toBe(0);
    expect(await errorOf(`\ufeff${form}`)).toBe(1001);
  });
});
