import { describe, expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';

import { createFakeTime } from '../../test/fake-time.ts';
import { type Flight, planFlight } from '../flight.ts';
import { beginLifetime } from '../time/lifetime.ts';
import { countFields, formOf } from './form.ts';

const lifetime = () => beginLifetime({ clock: createFakeTime().clock, signals: [] });

function withParameters(flight: Flight): Flight {
  for (const item of flight.items)
    item.parameters = new Map(Object.entries(item.input as Record<string, string>));
  return flight;
}
const form = (flight: Flight) => [...new URLSearchParams(formOf(withParameters(flight), '100001'))];
const fields = (flight: Flight) => Object.fromEntries(form(flight));
const names = (flight: Flight) => form(flight).map(([name]) => name);

it('names the call and its parameters', () => {
  const items = [{ call: calls.getProducts, input: { code: 'ä & b' }, extra: { responseType: 'CSV' } }];
  const flight = planFlight({ items, lifetime: lifetime() });
  flight.sessionKey = 'key';
  expect(fields(flight)).toEqual({
    clientCode: '100001',
    sendContentType: '1',
    sessionKey: 'key',
    request: 'getProducts',
    code: 'ä & b',
    responseType: 'CSV',
  });
});

it('leaves the session key out where there is none', () => {
  const flight = planFlight({
    items: [{ call: calls.getServiceEndpoints, input: {} }],
    lifetime: lifetime(),
  });
  expect(fields(flight)).not.toHaveProperty('sessionKey');
});

it('packs the calls of a bulk request in order, numbered from 1', () => {
  const items = [
    { call: calls.getProducts, input: { productID: '7' } },
    { call: calls.getWarehouses, input: {} },
  ];
  const sent = fields(planFlight({ items, lifetime: lifetime(), isBulk: true }));
  expect(sent).not.toHaveProperty('request');
  expect(JSON.parse(sent.requests ?? '')).toEqual([
    { requestName: 'getProducts', requestID: 1, productID: '7' },
    { requestName: 'getWarehouses', requestID: 2 },
  ]);
});

describe('what a server drops that keeps the first fields only', () => {
  const item = { call: calls.getProducts, input: { code: 'a', name: 'b' }, extra: { responseType: 'CSV' } };

  it('is never the account, the session or the request', () => {
    const single = planFlight({ items: [item], lifetime: lifetime() });
    single.sessionKey = 'key';
    expect(names(single)).toEqual([
      'clientCode',
      'sessionKey',
      'request',
      'sendContentType',
      'responseType',
      'code',
      'name',
    ]);
    const bulk = planFlight({ items: [item, item], lifetime: lifetime(), isBulk: true });
    bulk.sessionKey = 'key';
    expect(names(bulk)).toEqual(['clientCode', 'sessionKey', 'requests', 'sendContentType']);
  });

  it('is counted as PHP does: a bulk request is one field', () => {
    for (const isBulk of [true, false]) {
      const flight = planFlight({ items: [item], lifetime: lifetime(), isBulk });
      flight.sessionKey = 'key';
      const sent = names(flight);
      expect(countFields(flight)).toBe(sent.length);
    }
  });
});
