import { describe, expect, it } from 'vitest';

import { type Answer, ask, frozenMock, loggedIn, post } from '../../test/ask.ts';
import type { Mock } from '../index.ts';

const ofForm = { 'content-type': 'application/x-www-form-urlencoded' };

const request = { clientCode: '100001', request: 'getServiceEndpoints' };

async function statusOf(mock: Mock, init: RequestInit & { path?: string }): Promise<Answer['status']> {
  return ((await (await mock.app.request(init.path ?? '/api/', init)).json()) as Answer).status;
}

describe('a request', () => {
  it('takes version, partnerKey, setContentType and lang with every call, without a note', async () => {
    const mock = frozenMock();
    const common = { version: '1.0', partnerKey: 'x', setContentType: 1, lang: 'est' };
    const { headers } = await post(mock, { ...request, ...common });
    expect(headers.get('erply-mock-note')).toBeNull();
    const { call } = await loggedIn(mock);
    const english = await call('getWarehouses');
    expect(await call('getWarehouses', common)).toEqual(english);
  });

  it('in a language that Erply does not know is refused with 1195', async () => {
    const { call } = await loggedIn(frozenMock());
    for (const name of ['getProducts', 'deleteProduct', 'getSessionKeyInfo']) {
      const { status } = await call(name, { lang: 'xyz', productID: 1 });
      expect([name, status.errorCode, status.errorField]).toEqual([name, 1195, 'lang']);
    }
  });

  it('names its call exactly', async () => {
    expect((await ask(frozenMock(), { ...request, request: 'getserviceendpoints' })).status.errorCode).toBe(
      1005,
    );
    expect((await ask(frozenMock(), { clientCode: '100001' })).status.errorCode).toBe(1005);
  });

  it('may name the account by its host alone; the parameter counts more', async () => {
    const mock = frozenMock({ publicUrl: 'https://erply.example' });
    const body = 'request=getServiceEndpoints';
    const at = async (host: string, text = body) =>
      (await statusOf(mock, { method: 'POST', body: text, headers: { host, ...ofForm } })).errorCode;
    for (const host of [
      '100001.erply.com',
      'eng.erply.com:8090',
      'eng.localhost',
      '100001.test',
      'eng.erply.example',
    ])
      expect([host, await at(host)]).toEqual([host, 0]);
    for (const host of [
      'localhost:8090',
      '127.0.0.1',
      '[::1]:80',
      'erply-mock',
      'host.docker.internal',
      'erply.example',
    ])
      expect([host, await at(host)]).toEqual([host, 1001]);
    expect(await at('100001.erply.com', `${body}&clientCode=no%20code`)).toBe(1001);
  });

  it('with an array in the spelling of PHP is refused with 1030 where one text is needed', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    for (const name of ['productIDs[]', 'productIDs[a]', 'productIDs[0][x]', 'productID[]']) {
      const field = name.slice(0, name.indexOf('['));
      expect((await call('getProducts', { [name]: 1 })).status).toMatchObject({
        errorCode: 1030,
        errorField: field,
      });
    }
    expect((await call('saveProduct', { groupID: 1, 'attributeName1[]': 'a' })).status).toMatchObject({
      errorCode: 1030,
      errorField: 'attributeName1',
    });
    expect((await call('getProducts', { 'nothing[]': 1 })).status.errorCode).toBe(0);
  });

  it('with an array instead of a parameter of the protocol has not sent it', async () => {
    const mock = frozenMock();
    const { sessionKey } = await loggedIn(mock);
    const whole = { clientCode: '100001', request: 'getWarehouses', sessionKey };
    for (const [name, code] of [
      ['clientCode', 1001],
      ['request', 1005],
      ['sessionKey', 1009],
    ] as const) {
      const { [name]: value, ...rest } = whole;
      expect((await ask(mock, { ...rest, [`${name}[]`]: value })).status.errorCode).toBe(code);
    }
  });

  it('has its names read as PHP reads them: dots and blanks are underscores, the last of a name counts', async () => {
    const mock = frozenMock();
    const { headers } = await post(mock, { ...request, 'a.b c': 1 });
    expect(headers.get('erply-mock-note')).toContain('"a_b_c"');
    const body = 'clientCode=1&request=getWarehouses&request=getServiceEndpoints';
    expect((await statusOf(mock, { method: 'POST', body, headers: ofForm })).request).toBe(
      'getServiceEndpoints',
    );
  });

  it('holds UTF-8', async () => {
    const { call } = await loggedIn(frozenMock());
    const name = 'Õun – яблоко 🌿 &=+%';
    const { records } = await call('saveProduct', { groupID: 1, name });
    expect((await call('getProducts', { productID: records[0].productID })).records[0].name).toBe(name);
  });

  it('of JSON is not read, and a note says so', async () => {
    const mock = frozenMock();
    const body = JSON.stringify(request);
    for (const contentType of ['application/json', 'text/plain', '']) {
      const answer = await mock.app.request('/api/', {
        method: 'POST',
        body,
        headers: { 'content-type': contentType },
      });
      expect(((await answer.json()) as Answer).status.errorCode).toBe(1001);
      expect(answer.headers.get('erply-mock-note')).toContain('send a form');
    }
  });

  it('with a parameter that the call does not have is answered, noted, and refused where that is strict', async () => {
    const fields = {
      ...request,
      request: 'verifyUser',
      username: 'demo',
      password: 'demouser',
      sesionLength: 5,
    };
    const answer = await post(frozenMock(), fields);
    expect(answer.headers.get('erply-mock-note')).toBe(
      'verifyUser has no parameter "sesionLength"; did you mean sessionLength?',
    );
    expect(((await answer.json()) as Answer).status.errorCode).toBe(0);
    const mock = frozenMock({ strict: true });
    expect((await ask(mock, fields)).status).toMatchObject({ errorCode: 1016, errorField: 'sesionLength' });
    const [entry] = mock.account('100001').journal().entries;
    expect(entry?.notes).toHaveLength(1);
  });

  it('can write nothing but one line into the log', async () => {
    const lines: string[] = [];
    await ask(frozenMock({ onNote: (line) => lines.push(line) }), { ...request, request: 'a\nb\u001b[31m' });
    expect(lines).toEqual(['request "a?b?[31m" is not served']);
  });

  it('of another method than POST and GET is refused by HTTP', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await frozenMock().app.request('/api/', { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
    }
  });
});

describe('a page in a browser', () => {
  const origin = 'https://shop.example';
  const preflight = (mock: Mock, path: string) =>
    mock.app.request(path, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  it('may call when its origin is allowed', async () => {
    for (const allowed of [origin, '*']) {
      const mock = frozenMock({ cors: [allowed] });
      expect((await preflight(mock, '/api/')).headers.get('access-control-allow-origin')).toBe(allowed);
      const body = new URLSearchParams(request);
      const answer = await mock.app.request('/api/', { method: 'POST', body, headers: { origin } });
      expect(answer.headers.get('access-control-allow-origin')).toBe(allowed);
    }
  });

  it('may not call otherwise, and never the control API', async () => {
    const unset = await preflight(frozenMock(), '/api/');
    expect(unset.headers.get('access-control-allow-origin')).toBeNull();
    const other = await preflight(frozenMock({ cors: ['https://other.example'] }), '/api/');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    const control = await preflight(frozenMock({ cors: ['*'] }), '/_mock/accounts');
    expect(control.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('has an origin, or the option is refused', () => {
    expect(() => frozenMock({ cors: ['shop.example'] })).toThrow('"shop.example" is not an origin');
  });
});
