import { describe, expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';

import { createFakeTime } from '../../test/fake-time.ts';
import { type ApiRequest, planRequest } from '../api-request.ts';
import { beginLifetime } from '../time/lifetime.ts';
import { countFields, encodeForm } from './encode-form.ts';

const lifetime = () => beginLifetime({ clock: createFakeTime().clock, signals: [] });

function withParameters(planned: ApiRequest): ApiRequest {
  const items = planned.items.map((item) => ({
    ...item,
    parameters: new Map(Object.entries(item.input as Record<string, string>)),
  }));
  return { ...planned, items };
}
const form = (planned: ApiRequest, session: { readonly sessionKey?: string }) => {
  const request = withParameters(planned);
  return [...new URLSearchParams(encodeForm({ request, number: 1, ...session }, '100001'))];
};
const fields = (planned: ApiRequest, session = {}) => Object.fromEntries(form(planned, session));
const names = (planned: ApiRequest, session = {}) => form(planned, session).map(([name]) => name);
const session = { sessionKey: 'key' };

it('names the call and its parameters', () => {
  const items = [{ call: calls.getProducts, input: { code: 'ä & b' }, extra: { responseType: 'CSV' } }];
  const request = planRequest({ items, lifetime: lifetime() });
  expect(fields(request, session)).toEqual({
    clientCode: '100001',
    sendContentType: '1',
    sessionKey: 'key',
    request: 'getProducts',
    code: 'ä & b',
    responseType: 'CSV',
  });
});

it('leaves the session key out where there is none', () => {
  const request = planRequest({
    items: [{ call: calls.getServiceEndpoints, input: {} }],
    lifetime: lifetime(),
  });
  expect(fields(request)).not.toHaveProperty('sessionKey');
});

it('packs the calls of a bulk request in order, numbered from 1', () => {
  const items = [
    { call: calls.getProducts, input: { productID: '7' } },
    { call: calls.getWarehouses, input: {} },
  ];
  const sent = fields(planRequest({ items, lifetime: lifetime(), isBulk: true }));
  expect(sent).not.toHaveProperty('request');
  expect(JSON.parse(sent.requests ?? '')).toEqual([
    { requestName: 'getProducts', requestID: 1, productID: '7' },
    { requestName: 'getWarehouses', requestID: 2 },
  ]);
});

describe('what a server drops that keeps the first fields only', () => {
  const item = { call: calls.getProducts, input: { code: 'a', name: 'b' }, extra: { responseType: 'CSV' } };

  it('is never the account, the session or the request', () => {
    const single = planRequest({ items: [item], lifetime: lifetime() });
    expect(names(single, session)).toEqual([
      'clientCode',
      'sessionKey',
      'request',
      'sendContentType',
      'responseType',
      'code',
      'name',
    ]);
    const bulk = planRequest({ items: [item, item], lifetime: lifetime(), isBulk: true });
    expect(names(bulk, session)).toEqual(['clientCode', 'sessionKey', 'requests', 'sendContentType']);
  });

  it('is counted as PHP does: a bulk request is one field', () => {
    for (const isBulk of [true, false]) {
      const request = withParameters(planRequest({ items: [item], lifetime: lifetime(), isBulk }));
      expect(countFields(request)).toBe(names(request, session).length);
    }
  });
});
