import { expect, it } from 'vitest';

import { type AnyCall, calls } from '@erply-kit/schemas';

import { credentials } from '../test/open-client.ts';
import { createClient } from './create-client.ts';

const all = Object.entries(calls) as [keyof typeof calls, AnyCall][];

it('has a method for each call of the table, of the same name', () => {
  const client = createClient(credentials);
  for (const [name, call] of all) {
    expect(call.name).toBe(name);
    expect(client[name]).toBeTypeOf('function');
    expect(client[name].name).toBe(name);
    expect(client[name].request).toBeTypeOf('function');
  }
});

// The types know paged calls by their inputs, and calls with a file by their name; the methods know both by the table.
it.each(all)('has for %s the verbs that its type has', (name, call) => {
  const method = createClient(credentials)[name] as object;
  const isPaged = 'recordsOnPage' in call.input();
  expect(['pages', 'all', 'collect'].map((verb) => verb in method)).toEqual([isPaged, isPaged, isPaged]);
  expect('csv' in method).toBe(name === 'getProductStock');
});

it('throws at once when the password would go readable over the network', () => {
  expect(() => createClient({ ...credentials, url: 'http://erply.example' })).toThrow(
    expect.objectContaining({
      message:
        'createClient: http would send the password readable to erply.example; use https, or set allowInsecure: true.',
      option: 'allowInsecure',
      problem: 'http would send the password readable to erply.example',
    }),
  );
});
