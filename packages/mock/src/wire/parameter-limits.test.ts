import { afterEach, describe, expect, it, vi } from 'vitest';

import { loggedIn } from '../../test/ask.ts';
import { createMock, type Mock } from '../index.ts';

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=XX';
const most = 100;
const own = 'clientCode=1&request=getServiceEndpoints';

const fields = (count: number) => Array.from({ length: count }, (_, index) => `x${index}=1`);
const form = (count: number) => [own, ...fields(count - 2)].join('&');
const part = (name: string, value: string) =>
  `--XX\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const parts = (count: number) =>
  `${part('clientCode', '1')}${part('request', 'getServiceEndpoints')}${fields(count - 2)
    .map((field) => part(field.slice(0, -2), '1'))
    .join('')}--XX--\r\n`;

afterEach(() => {
  vi.restoreAllMocks();
});

/** Posts a body, and counts what was put into maps for it: parameters are, and little else. */
async function post(mock: Mock, body: string, contentType = urlencoded, query = '') {
  const set = vi.spyOn(Map.prototype, 'set');
  const response = await mock.app.request(`/api/${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': contentType },
  });
  const made = set.mock.calls.length;
  set.mockRestore();
  return { status: response.status, text: await response.text(), response, made };
}

const refused = `The request has more than ${most} parameters (maxParameters).`;

describe('a request of more parameters than maxParameters', () => {
  it.each([
    ['in its form', form(most + 1), urlencoded, ''],
    ['in its form, that are empty', `${own}&${'&'.repeat(most)}`, urlencoded, ''],
    ['in its form, without values', `${own}&${'a&'.repeat(most)}`, urlencoded, ''],
    ['in the parts of its form', parts(most + 1), multipart, ''],
    ['in its query', '', urlencoded, `?${form(most + 1)}`],
    ['in form and query', form(most / 2 + 1), urlencoded, `?${fields(most / 2).join('&')}`],
    ['in a body that is not sent as a form', form(most + 1), 'text/plain', ''],
    ['in a form that is sent as another', parts(most + 1), 'text/plain', ''],
  ])('%s is refused, and nothing is made of them', async (_, body, contentType, query) => {
    const notes: string[] = [];
    const mock = createMock({ maxParameters: most, onNote: (note) => notes.push(note) });
    const { status, text, response, made } = await post(mock, body, contentType, query);
    expect([status, text]).toEqual([413, refused]);
    expect(notes).toEqual([refused]);
    expect(response.headers.get('erply-mock-note')).toBe(refused);
    expect(made).toBeLessThan(most / 2);
  });

  it.each([
    ['in its form', form(most), urlencoded, ''],
    ['in the parts of its form', parts(most), multipart, ''],
    ['in its query', '', urlencoded, `?${form(most)}`],
  ])('is not one with just so many %s', async (_, body, contentType, query) => {
    expect((await post(createMock({ maxParameters: most }), body, contentType, query)).status).toBe(200);
  });

  it('is refused when they are inside of requests, in all of them together', async () => {
    const mock = createMock({ maxParameters: most });
    const { sessionKey } = await loggedIn(mock, '1');
    const bulk = (items: number, each: number) => {
      const item = {
        requestName: 'getWarehouses',
        ...Object.fromEntries(fields(each).map((name) => [name, 1])),
      };
      const requests = JSON.stringify(Array.from({ length: items }, () => item));
      return new URLSearchParams({ clientCode: '1', sessionKey, requests }).toString();
    };
    const parse = vi.spyOn(JSON, 'parse');
    expect((await post(mock, bulk(10, 8))).status).toBe(200);
    expect(parse).toHaveBeenCalled();
    parse.mockClear();
    expect(await post(mock, bulk(10, 12))).toMatchObject({ status: 413, text: refused });
    const deep = encodeURIComponent('['.repeat(most + 1));
    expect((await post(mock, `clientCode=1&requests=${deep}`)).status).toBe(413);
    expect(parse).not.toHaveBeenCalled();
  });

  it('has 100,000 of them where nothing else is said', async () => {
    const mock = createMock();
    expect((await post(mock, form(100_001))).status).toBe(413);
    const { status, made } = await post(mock, form(100_000));
    expect(status).toBe(200);
    // Each is made once, and none is copied.
    expect(made).toBeLessThan(110_000);
  });
});

describe('the parts of a multipart form', () => {
  const long = (bytes: number) => `--XX\r\n${'a:b\n'.repeat(bytes / 4)}${part('clientCode', '1').slice(6)}`;
  const text =
    'The parts of the multipart form have headers of more than 16384 bytes each, or of more than 400000 lines together.';

  it('have headers of 16 KB each at most', async () => {
    const mock = createMock();
    expect((await post(mock, `${long(15_000)}${parts(3)}`, multipart)).status).toBe(200);
    expect(await post(mock, `${long(20_000)}${parts(3)}`, multipart)).toMatchObject({ status: 413, text });
  });

  it('have headers of 400,000 lines together at most', async () => {
    const mock = createMock();
    expect((await post(mock, `${long(16_000).repeat(99)}${parts(3)}`, multipart)).status).toBe(200);
    const refused = await post(mock, `${long(16_000).repeat(101)}${parts(3)}`, multipart);
    expect(refused).toMatchObject({ status: 413, text });
  });
});

describe('a body of the control API', () => {
  const put = (mock: Mock, body: string) =>
    mock.app.request('/_mock/accounts/1/data/products', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', host: 'localhost' },
    });

  it.each([
    [
      'too many values',
      `{"attributes":[${'1,'.repeat(100_000)}1]}`,
      413,
      'the body holds more than 100000 values',
    ],
    ['too deep', `{"name":${'['.repeat(600)}${']'.repeat(600)}}`, 400, 'the body is nested deeper than 512'],
  ])('with %s is refused before it is parsed', async (_, body, status, error) => {
    const mock = createMock();
    const parse = vi.spyOn(JSON, 'parse');
    const response = await put(mock, body);
    expect(parse).not.toHaveBeenCalled();
    expect([response.status, await response.json()]).toEqual([status, { error }]);
  });
});
