import { describe, expect, it } from 'vitest';

import { type Answer, frozenMock } from '../../test/ask.ts';
import type { Mock } from '../index.ts';

const urlencoded = 'application/x-www-form-urlencoded';
const request = [
  ['clientCode', '100001'],
  ['request', 'getServiceEndpoints'],
] as const;

type Fields = readonly (readonly [name: string, value: string])[];

const many = (count: number): Fields => Array.from({ length: count }, (_, index) => [`x${index}`, '1']);
const form = (fields: Fields) =>
  new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
const multipart = (fields: Fields) =>
  `${fields.map(([name, value]) => `--XX\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--XX--\r\n`;

async function send(mock: Mock, body: string, contentType = urlencoded, query = '') {
  const init = { method: 'POST', body, headers: { 'content-type': contentType } };
  const response = await mock.app.request(`/api/${query}`, init);
  const { status } = (await response.json()) as Answer;
  const note = (response.headers.get('erply-mock-note') ?? '').split(' | ')[0];
  return { errorCode: status.errorCode as number, note };
}

const limited = (maxInputVars: string | number) => frozenMock({ set: { maxInputVars } });

const note = (form: string, count: number, kept: number, reader = 'PHP as it is shipped') =>
  `the ${form} has ${count} variables: ${reader} reads ${kept} and drops the rest without a word (max_input_vars)`;

describe('a form of many variables', () => {
  it('is read whole, with a note from 1,001 on', async () => {
    const mock = frozenMock();
    expect((await send(mock, form([...many(998), ...request]))).note).not.toContain('max_input_vars');
    for (const [count, kept] of [
      [1001, 1001],
      [1002, 1001],
      [5000, 1001],
    ] as const) {
      const fields = [...many(count - 2), ...request];
      expect(await send(mock, form(fields))).toEqual({ errorCode: 0, note: note('form', count, kept) });
      const { errorCode, note: ofMultipart } = await send(
        mock,
        multipart(fields),
        'multipart/form-data; boundary=XX',
      );
      expect([errorCode, ofMultipart]).toEqual([0, note('multipart form', count, 1000)]);
    }
  });

  it('loses what comes last where maxInputVars is set, without a word but the note', async () => {
    const mock = limited(1000);
    const reader = 'PHP with maxInputVars 1000';
    expect((await send(mock, form([...many(999), ...request]))).errorCode).toBe(0);
    expect(await send(mock, form([...many(1000), ...request]))).toEqual({
      errorCode: 1005,
      note: note('form', 1002, 1001, reader),
    });
    expect((await send(mock, form([...many(1001), ...request]))).errorCode).toBe(1001);
    expect((await send(mock, form([...request, ...many(5000)]))).errorCode).toBe(0);
  });

  it('loses one more where it is multipart, and the parts after its files', async () => {
    const mock = limited(1000);
    const type = 'multipart/form-data; boundary=XX';
    expect((await send(mock, multipart([...many(998), ...request]), type)).errorCode).toBe(0);
    expect((await send(mock, multipart([...many(999), ...request]), type)).errorCode).toBe(1005);
    const file = '--XX\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\n1\r\n';
    expect((await send(mock, file.repeat(1018) + multipart(request), type)).errorCode).toBe(0);
    expect(await send(mock, file.repeat(1019) + multipart(request), type)).toEqual({
      errorCode: 1005,
      note: 'the multipart form has 1021 parts: PHP with maxInputVars 1000 reads 1020 and drops the rest without a word (max_multipart_body_parts)',
    });
  });

  it('counts empty fields, and the query by itself', async () => {
    const mock = limited(20);
    expect((await send(mock, `${'&'.repeat(19)}${form(request)}`)).errorCode).toBe(0);
    expect((await send(mock, `${'&'.repeat(20)}${form(request)}`)).errorCode).toBe(1005);
    expect((await send(mock, '', urlencoded, `?${'&'.repeat(50)}${form(request)}`)).errorCode).toBe(0);
    expect((await send(mock, '', urlencoded, `?${form([...many(18), ...request])}`)).errorCode).toBe(0);
    expect(await send(mock, '', urlencoded, `?${form([...many(19), ...request])}`)).toEqual({
      errorCode: 1005,
      note: note('query', 21, 20, 'PHP with maxInputVars 20'),
    });
  });

  it('is cut for the accounts alone that are set so', async () => {
    const mock = frozenMock();
    mock.account('100002').setConfig({ set: { maxInputVars: 5 } });
    const fields = (clientCode: string): Fields => [
      ['clientCode', clientCode],
      ...many(10),
      ['request', 'getServiceEndpoints'],
    ];
    expect((await send(mock, form(fields('100001')))).errorCode).toBe(0);
    expect((await send(mock, form(fields('100002')))).errorCode).toBe(1005);
  });

  it.each(['0', '-1', 'on', '1e3', ''])('has no limit of "%s"', (value) => {
    expect(() => limited(value)).toThrow('maxInputVars: not off or a number');
  });
});
