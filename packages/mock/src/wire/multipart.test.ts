import { describe, expect, it } from 'vitest';

import { type Answer, frozenMock } from '../../test/ask.ts';
import type { Mock } from '../index.ts';

const part = (name: string, value: string, disposition = 'form-data') =>
  `--XX\r\nContent-Disposition: ${disposition}; name=${name}\r\n\r\n${value}\r\n`;

async function sent(mock: Mock, body: string | FormData, contentType?: string) {
  const headers = contentType === undefined ? undefined : { 'content-type': contentType };
  const init = { method: 'POST', body, ...(headers === undefined ? {} : { headers }) };
  const response = await mock.app.request('/api/', init);
  const { status } = (await response.json()) as Answer;
  return { status, note: response.headers.get('erply-mock-note') };
}

const send = async (...of: Parameters<typeof sent>) => (await sent(...of)).status;

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
    [
      'as attachments, as curl writes it when another header is forced on it',
      whole.replaceAll('form-data', 'attachment'),
      header,
    ],
    ['without quotes around names, as .NET writes it', whole.replaceAll('"', ''), header],
    ['with line feeds alone', whole.replaceAll('\r\n', '\n'), header],
    ['with folded headers', whole.replaceAll('; name', ';\r\n name'), header],
    [
      'with a type for each part',
      whole.replaceAll('\r\n\r\n', '\r\nContent-Type: text/plain; charset=US-ASCII\r\n\r\n'),
      header,
    ],
    ['with a filename* beside its names', whole.replaceAll('"\r\n', '"; filename*=x\r\n'), header],
    ['with a preamble and an epilogue', `hello\r\n${whole}bye`, header],
    ["with names in 'single' quotes", whole.replaceAll('"', "'"), header],
    ['with its boundary in quotes', whole, 'multipart/form-data; boundary="XX"'],
    ['without its last boundary', whole.replace('--XX--\r\n', ''), header],
    ['that breaks off before its end', whole.replace('\r\n--XX--\r\n', ''), header],
    ['with small headers', whole.replaceAll('Content-Disposition', 'content-disposition'), header],
  ])('%s is read', async (_name, body, contentType) => {
    const { status, note } = await sent(frozenMock(), body, contentType);
    expect(status).toMatchObject({ request: 'getServiceEndpoints', errorCode: 0 });
    expect(note).toBeNull();
  });

  const garbled = 'part 1 of the multipart form has no name that PHP reads, so nothing after it was read';
  const otherBoundary = `no line of the body is the boundary of Content-Type "${header}", so nothing of it was read`;

  it.each([
    ['with blanks after its boundary', whole.replaceAll('--XX\r\n', '--XX  \r\n'), otherBoundary],
    ['with another boundary than its header', whole.replaceAll('--XX', '--YY'), otherBoundary],
    ['whose first part has no name', `--XX\r\nContent-Disposition: form-data\r\n\r\n1\r\n${whole}`, garbled],
    ['with a blank before an equals sign', whole.replaceAll('name=', 'name ='), garbled],
    ['with names that have a charset only', whole.replaceAll('name=', "name*=utf-8''"), garbled],
  ])('%s is not read any further, with a note', async (_name, body, why) => {
    const { status, note } = await sent(frozenMock(), body, header);
    expect(status).toMatchObject({ request: '', errorCode: 1001 });
    expect(note).toBe(why);
  });

  it('that is empty needs no note', async () => {
    expect((await sent(frozenMock(), '--XX--\r\n', header)).note).toBeNull();
  });

  it('has names that a NUL ends', async () => {
    const body = whole.replaceAll('clientCode"', 'clientCode\0x"');
    expect((await sent(frozenMock(), body, header)).status.errorCode).toBe(0);
  });

  it('holds UTF-8, line ends and quotes', async () => {
    const mock = frozenMock();
    const body = `${part('"clientCode"', '1')}${part('"request"', 'õ🌿\r\n"--XX')}--XX--\r\n`;
    expect((await send(mock, body, header)).request).toBe('õ🌿\r\n"--XX');
    const named = `${part('"clientCode"', '1')}${part(String.raw`"re\"q"`, '')}${part('"request"', 'x')}--XX--\r\n`;
    expect((await send(mock, named, header)).request).toBe('x');
  });

  it('has files that are not parameters', async () => {
    const body = `${part('"clientCode"', '1')}${part('"request"; filename="a.txt"', 'getServiceEndpoints')}--XX--\r\n`;
    expect(await send(frozenMock(), body, header)).toMatchObject({ request: '', errorCode: 1005 });
  });

  it('that does not look like one is not taken for one', async () => {
    const form = 'application/x-www-form-urlencoded';
    expect((await send(frozenMock(), '--clientCode=1&request=x', form)).errorCode).toBe(1001);
    expect((await send(frozenMock(), '--XX\r\nnothing', header)).errorCode).toBe(1001);
  });
});
