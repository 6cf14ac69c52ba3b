import { describe, expect, it } from 'vitest';

import { type Answer, ask, askText, type Fields, frozenMock, loggedIn, post, start } from '../../test/ask.ts';
import type { MockOptions } from '../index.ts';

/** The answer to a request of each sort: refused before the call, inside it, and with a field. */
async function refusals(options: MockOptions): Promise<Answer[]> {
  const mock = frozenMock(options);
  const { call } = await loggedIn(mock);
  const before = await ask(mock, { clientCode: '100001', request: 'getWarehouses' });
  return [
    before,
    await call('deleteProduct'),
    await call('changePassword', { oldPassword: 'x', newPassword: 'y' }),
  ];
}

const shapeOf = ({ status, ...answer }: Answer) => [
  'errorField' in status ? status.errorField : 'absent',
  'records' in answer ? answer.records : 'absent',
];

describe('the status of an answer', () => {
  it('has exactly the keys and types that captured answers have', async () => {
    const { call } = await loggedIn(frozenMock());
    const { status } = await call('getWarehouses');
    expect(status).toEqual({
      request: 'getWarehouses',
      requestUnixTime: start,
      responseStatus: 'ok',
      errorCode: 0,
      generationTime: expect.any(Number),
      recordsTotal: 4,
      recordsInResponse: 4,
    });
    expect(status.generationTime % 1).not.toBe(0);
    expect(Object.keys(status)).toEqual([
      'request',
      'requestUnixTime',
      'responseStatus',
      'errorCode',
      'generationTime',
      'recordsTotal',
      'recordsInResponse',
    ]);
  });

  it('counts nothing where nothing is found, and has an empty list', async () => {
    const { call } = await loggedIn(frozenMock());
    const { status, records } = await call('getProducts', { productID: 99_999 });
    expect([status.errorCode, status.recordsTotal, status.recordsInResponse, records]).toEqual([0, 0, 0, []]);
  });

  it('has recordsTotal as text in the operations log alone', async () => {
    const { call } = await loggedIn(frozenMock());
    expect((await call('getUserOperationsLog', { tableName: 'products' })).status.recordsTotal).toBe('0');
  });
});

describe('an error', () => {
  it('is bare before the call runs, and names field and no records inside it', async () => {
    expect((await refusals({})).map(shapeOf)).toEqual([
      ['absent', 'absent'],
      ['productID', null],
      [null, null],
    ]);
  });

  it.each([
    [
      'A',
      [
        [null, null],
        ['productID', null],
        [null, null],
      ],
    ],
    [
      'B',
      [
        ['absent', 'absent'],
        ['absent', 'absent'],
        ['absent', 'absent'],
      ],
    ],
    [
      'C',
      [
        [null, []],
        ['productID', []],
        [null, []],
      ],
    ],
  ] as const)('can have shape %s throughout', async (errorBody, shapes) => {
    expect((await refusals({ set: { errorBody } })).map(shapeOf)).toEqual(shapes);
  });

  it('has no empty list where the call answers an object', async () => {
    const mock = frozenMock({ set: { errorBody: 'C' } });
    const refused = { clientCode: '1', request: 'verifyIdentityToken', jwt: 'x' };
    expect(shapeOf(await ask(mock, refused))).toEqual(['jwt', null]);
  });

  it('comes with HTTP 200, and with 403 for sessions where that is set', async () => {
    for (const sessionErrorStatus of [200, 403] as const) {
      const mock = frozenMock({ set: { sessionErrorStatus } });
      const unknown = { clientCode: '1', request: 'getWarehouses', sessionKey: 'x' };
      expect((await post(mock, unknown)).status).toBe(sessionErrorStatus);
      const bulk = { clientCode: '1', sessionKey: 'x', requests: '[{"requestName":"getWarehouses"}]' };
      expect((await post(mock, bulk)).status).toBe(sessionErrorStatus);
      expect((await post(mock, { ...unknown, sessionKey: '' })).status).toBe(200);
    }
  });
});

describe('Content-Type', () => {
  const typeOf = async (fields: Fields, options: MockOptions = {}) =>
    (await post(frozenMock(options), { clientCode: '1', ...fields })).headers.get('content-type');

  it('is that of JSON only with sendContentType=1, else of PHP or none', async () => {
    expect(await typeOf({ sendContentType: 1 })).toBe('application/json; charset=UTF-8');
    expect(await typeOf({ sendContentType: 0 })).toBe('text/html; charset=UTF-8');
    expect(await typeOf({})).toBe('text/html; charset=UTF-8');
    expect(await typeOf({}, { set: { plainContentType: 'none' } })).toBeNull();
  });
});

describe('JSON', () => {
  it('is printed as PHP prints it: slashes and all beyond ASCII escaped', async () => {
    const mock = frozenMock();
    const { sessionKey, call } = await loggedIn(mock);
    const { records } = await call('saveProduct', { groupID: 1, name: 'a/b õ 🌿', netPrice: '0.0000001' });
    const { productID } = records[0];
    const text = await askText(mock, { clientCode: '100001', sessionKey, request: 'getProducts', productID });
    expect(text).toContain(String.raw`"name":"a\/b \u00f5 \ud83c\udf3f"`);
    expect(text).toContain('"price":1.0e-7');
    expect(text).toMatch(/^[\x20-\x7e]*$/);
  });
});

describe('records', () => {
  it('are an array even of one, but a bare object in the calls for tokens', async () => {
    const { call } = await loggedIn(frozenMock());
    expect((await call('getSessionKeyInfo')).records).toHaveLength(1);
    expect((await call('getIdentityToken')).records).toEqual({ identityToken: expect.any(String) });
    expect((await call('getJwtToken')).records).toEqual({ token: expect.any(String) });
  });

  it('have only the named fields with getFields, in every call, with inner fields left alone', async () => {
    const { call } = await loggedIn(frozenMock());
    const { records } = await call('getWarehouses', { getFields: 'warehouseID, name,nothing' });
    expect(Object.keys(records[0])).toEqual(['warehouseID', 'name']);
    const [product] = (
      await call('getProducts', { getFields: 'warehouses', getStockInfo: 1, recordsOnPage: 1 })
    ).records;
    expect(Object.keys(product)).toEqual(['warehouses']);
    expect(Object.keys(product.warehouses[1])).toContain('totalInStock');
    expect((await call('getWarehouses', { getFields: 'nothing' })).records[0]).toEqual({});
    expect((await call('getIdentityToken', { getFields: 'token' })).records).toEqual({});
  });

  it('keep a field to the letter when others are cut away', async () => {
    const mock = frozenMock({ dataset: 'nasty' });
    const { sessionKey } = await loggedIn(mock);
    const fields = {
      clientCode: '100001',
      sessionKey,
      request: 'getProducts',
      recordsOnPage: 100,
      getStockInfo: 1,
    };
    const whole = await askText(mock, fields);
    const records = JSON.parse(whole).records as object[];
    const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
    expect((await askText(mock, { ...fields, getFields: names.join() })) === whole).toBe(true);
  });

  it('have more fields with responseMode=detail, unset ones too, where a call has any', async () => {
    const { call } = await loggedIn(frozenMock());
    const [plain] = (await call('getSuppliers', { recordsOnPage: 1 })).records;
    const [detailed] = (await call('getSuppliers', { recordsOnPage: 1, responseMode: 'detail' })).records;
    expect(plain).not.toHaveProperty('vatNumber');
    expect(detailed).toEqual({ ...detailed, ...plain });
    expect(detailed).toMatchObject({
      notes: '',
      lastModified: '0',
      companyID: 0,
      added: expect.any(Number),
    });
    expect(await call('getWarehouses', { responseMode: 'detail' })).toEqual(await call('getWarehouses'));
  });
});

describe('links', () => {
  const csv = { clientCode: '100001', request: 'getProductStock', responseType: 'CSV', warehouseID: 1 };

  async function linksOf(options: MockOptions, host: string): Promise<string[]> {
    const mock = frozenMock(options);
    const login = { clientCode: '100001', request: 'verifyUser', username: 'demo', password: 'demouser' };
    const send = async (fields: Fields) => {
      const body = new URLSearchParams(fields as Record<string, string>);
      const answer = await mock.app.request('/api/', { method: 'POST', body, headers: { host } });
      return ((await answer.json()) as Answer).records;
    };
    const [{ sessionKey, loginUrl, identityToken }] = await send(login);
    const [{ reportLink }] = await send({ ...csv, sessionKey });
    const { backofficeURL } = await send({
      clientCode: '100001',
      request: 'verifyIdentityToken',
      jwt: identityToken,
    });
    return [loginUrl, reportLink, backofficeURL];
  }

  it('lead to the host that was asked, unless there is a public address', async () => {
    for (const link of await linksOf({}, 'erply.test:8090'))
      expect(link).toMatch(/^http:\/\/erply\.test:8090\//);
    for (const link of await linksOf({ publicUrl: 'https://fake.example/' }, 'erply.test:8090'))
      expect(link).toMatch(/^https:\/\/fake\.example\/(reports\/100001_|100001\/)/);
  });
});
