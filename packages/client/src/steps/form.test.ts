import { expect, it } from 'vitest';

import { calls } from '@erply-kit/schemas';

import { createFakeTime } from '../../test/fake-time.ts';
import { type Flight, planFlight } from '../flight.ts';
import { beginLifetime } from '../time/lifetime.ts';
import { formOf } from './form.ts';

const lifetime = () => beginLifetime({ clock: createFakeTime().clock, signals: [] });

function withParameters(flight: Flight): Flight {
  for (const item of flight.items)
    item.parameters = new Map(Object.entries(item.input as Record<string, string>));
  return flight;
}
const fields = (flight: Flight) =>
  Object.fromEntries(new URLSearchParams(formOf(withParameters(flight), '100001')));

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
  const form = fields(planFlight({ items, lifetime: lifetime(), isBulk: true }));
  expect(form).not.toHaveProperty('request');
  expect(JSON.parse(form.requests ?? '')).toEqual([
    { requestName: 'getProducts', requestID: 1, productID: '7' },
    { requestName: 'getWarehouses', requestID: 2 },
  ]);
});
