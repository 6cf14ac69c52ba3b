import { describe, expect, it } from 'vitest';

import type { Mock } from '../src/index.ts';
import { type Answer, frozenMock } from './ask.ts';

const part = (name: string, value: string, disposition = 'form-data') =>
  `--XX\r\nContent-Disposition: ${disposition}; name=${name}\r\n\r\n${value}\r\n`;

async function send(mock: Mock, body: string | FormData, contentType?: string): Promise<Answer['status']> {
  const headers = contentType === undefined ? undefined : { 'content-type': contentType };
  const init = { method: 'POST', body, ...(headers === undefined ? {} : { headers }) };
  return ((await (await mock.app.request('/api/', init)).json()) as Answer).status;
}

describe('a multipart form', () => {
  const whole = `${part('"clientCode"', '1')}${part('"request"', 'getServiceEndpoints')}--XX--\r\n`;
  const header = 'multipart/form-data; boundary=XX';

  it('of a browser or of fetch is read', async () => {
    const form = new FormData();
    form.set('clientCode', '1');
    form.set('request', 'getServiceEndpoints');
    expect(await send(frozenMock(), form)).toMatchObject({ request: 'getServiceEndpoints', errorCode: 0 });
  });

  it.each([
    ['under its own header', whole, header],
    ['under the header of the other kind', whole, 'application/x-www-form-urlencoded'],
    ['without a header', whole, ''],
    [
      'as attachments, as curl writes it under the other header',
      whole.replaceAll('form-data', 'attachment'),
      'application/x-www-form-urlencoded; boundary=XX',
    ],
    ['without quotes around names, as .NET writes it', whole.replaceAll('"', ''), header],
    ['with line feeds alone', whole.replaceAll('\r\n', '\n'), header],
    [
      'with a type for each part',
      whole.replaceAll('\r\n\r\n', '\r\nContent-Type: text/plain; charset=US-ASCII\r\n\r\n'),
      header,
    ],
    ['with a preamble and an epilogue', `hello\r\n${whole}bye`, header],
    ['with blanks after its boundary', whole.replaceAll('--XX\r\n', '--XX  \r\n'), header],
    ["with names in 'single' quotes", whole.replaceAll('"', "'"), header],
    ['without its last boundary', whole.replace('--XX--\r\n', ''), 'multipart/form-data; boundary="XX"'],
    ['that breaks off before its end', whole.replace('\r\n--XX--\r\n', ''), header],
    ['with small headers', whole.replaceAll('Content-Disposition', 'content-disposition'), header],
  ])('%s is read', async (_name, body, contentType) => {
    expect(await send(frozenMock(), body, contentType)).toMatchObject({
      request: 'getServiceEndpoints',
      errorCode: 0,
    });
  });

  it('holds UTF-8, line ends and quotes', async () => {
    const mock = frozenMock();
    const body = `${part('"clientCode"', '1')}${part('"request"', 'õ🌿\r\n"--XX')}--XX--\r\n`;
    expect((await send(mock, body, header)).request).toBe('õ🌿\r\n"--XX');
    const named = `${part('"clientCode"', '1')}${part(String.raw`"re\"q"`, '')}${part('"request"', 'x')}--XX--\r\n`;
    expect((await send(mock, named, header)).request).toBe('x');
  });

  it('has files that are no parameters', async () => {
    const body = `${part('"clientCode"', '1')}${part('"request"; filename="a.txt"', 'getServiceEndpoints')}--XX--\r\n`;
    expect(await send(frozenMock(), body, header)).toMatchObject({ request: '', errorCode: 1005 });
  });

  it('that is none is not taken for one', async () => {
    expect((await send(frozenMock(), '--clientCode=1&request=x', header)).errorCode).toBe(1001);
    expect((await send(frozenMock(), '--XX\r\nnothing', header)).errorCode).toBe(1001);
  });
});
