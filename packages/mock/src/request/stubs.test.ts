import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { ask, frozenMock, loggedIn, post } from '../../test/ask.ts';
import { OptionError } from '../index.ts';

const campaigns = [
  { campaignID: 1, name: 'Spring ✓' },
  { campaignID: 2, name: 'Autumn' },
];

describe('a stub', () => {
  it('answers a call that the fake does not know, and says so', async () => {
    const mock = frozenMock({ stubs: { getCampaignWarehouses: campaigns }, strict: true });
    const { call, bulk, sessionKey } = await loggedIn(mock);
    const answer = await call('getCampaignWarehouses', { type: 'auto' });
    expect(answer.records).toEqual(campaigns);
    expect(answer.status).toMatchObject({
      ...{ request: 'getCampaignWarehouses', responseStatus: 'ok', errorCode: 0 },
      ...{ recordsTotal: 2, recordsInResponse: 2 },
    });
    const response = await post(mock, { clientCode: '100001', sessionKey, request: 'getCampaignWarehouses' });
    const note = 'getCampaignWarehouses is not served: this is the answer of a stub';
    expect(response.headers.get('erply-mock-note')).toBe(note);
    expect(mock.account('100001').journal().entries.at(-1)).toMatchObject({
      request: 'getCampaignWarehouses',
      notes: [note],
    });
    const { requests } = await bulk([{ requestName: 'getCampaignWarehouses', requestID: 1 }]);
    expect(requests[0]).toMatchObject({ status: { requestID: 1, errorCode: 0 }, records: campaigns });
  });

  it('can be asked about, and be hurt', async () => {
    const mock = frozenMock({ stubs: { getCampaignWarehouses: campaigns } });
    const { call } = await loggedIn(mock);
    const account = mock.account('100001');
    account.addFault({ match: { request: 'getCampaignWarehouses' }, times: 1, effect: { errorCode: 1003 } });
    expect((await call('getCampaignWarehouses')).status.errorCode).toBe(1003);
    expect((await call('getCampaignWarehouses')).status.errorCode).toBe(0);
    expect(account.verify({ request: 'getCampaignWarehouses', times: 2 })).toMatchObject({
      ok: true,
      count: 2,
    });
  });

  it('passes the gates that every call passes', async () => {
    const mock = frozenMock({ stubs: { getCampaignWarehouses: campaigns }, quota: 2 });
    const fields = { clientCode: '100001', request: 'getCampaignWarehouses' };
    expect((await ask(mock, fields)).status.errorCode).toBe(1009);
    const { call } = await loggedIn(mock);
    expect((await call('getCampaignWarehouses')).status.errorCode).toBe(1002);
  });

  it('gives pages to who asks for them, so that they come to an end', async () => {
    const { call } = await loggedIn(frozenMock({ stubs: { getCampaignWarehouses: campaigns } }));
    const page = async (pageNo: number) =>
      (await call('getCampaignWarehouses', { pageNo, recordsOnPage: 1 })).records;
    expect([await page(1), await page(2), await page(3)]).toEqual([[campaigns[0]], [campaigns[1]], []]);
  });

  it('answers as Erply once answered: totals, one object, errors', async () => {
    const { call } = await loggedIn(
      frozenMock({
        stubs: {
          getPart: { status: { errorCode: 0, recordsTotal: 70 }, records: campaigns },
          getOne: { records: { a: 1 } },
          getRefused: { status: { errorCode: 1016, errorField: 'type' }, records: [] },
        },
      }),
    );
    expect((await call('getPart')).status.recordsTotal).toBe(70);
    expect((await call('getOne')).records).toEqual({ a: 1 });
    expect((await call('getRefused')).status).toMatchObject({ errorCode: 1016, errorField: 'type' });
  });

  it('is read from a file', async () => {
    await using folder = await temporaryFolder('stub', {
      'good.json': JSON.stringify(campaigns),
      'bad.json': '{',
    });
    const path = (name: string) => join(folder.path, name);
    const { call } = await loggedIn(frozenMock({ stubs: { getCampaignWarehouses: path('good.json') } }));
    expect((await call('getCampaignWarehouses')).records).toEqual(campaigns);
    const start = (file: string) => () => frozenMock({ stubs: { getCampaignWarehouses: path(file) } });
    expect(start('bad.json')).toThrow(`stub getCampaignWarehouses: ${path('bad.json')} is not JSON`);
    expect(start('none.json')).toThrow('none.json: cannot be read: there is no such file');
  });

  it.each<[object, string]>([
    [{ getProducts: [] }, 'stub getProducts: the fake answers this call itself'],
    [{ 'get products': [] }, 'stub "get products" cannot be the name of a call'],
    [
      { getCampaignWarehouses: [1] },
      'stub getCampaignWarehouses: needs a list of records, or an answer of Erply with',
    ],
    [{ getCampaignWarehouses: { records: 'x' } }, 'stub getCampaignWarehouses: needs a list of records'],
    [{ getCampaignWarehouses: null }, 'stub getCampaignWarehouses: needs a list of records'],
  ])('is refused at the start where it cannot be: %o', (stubs, message) => {
    expect(() => frozenMock({ stubs: stubs as never })).toThrow(OptionError);
    expect(() => frozenMock({ stubs: stubs as never })).toThrow(message);
  });
});
