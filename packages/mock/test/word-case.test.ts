import { describe, expect, it } from 'vitest';
import type * as z from 'zod';

import { type AnyCall, calls, protocolWords, wireOf } from '@erply-kit/schemas';

import { type Fields, frozenMock, loggedIn, post } from './ask.ts';
import { exampleFields } from './example-fields.ts';

const allCalls = Object.values(calls as Record<string, AnyCall>);

/** The inputs of every call that are one word of a closed list. */
const inputs = allCalls.flatMap((call) =>
  Object.entries(call.input() as Record<string, z.ZodType>).flatMap(([input, schema]) => {
    const { values, anyCase = false } = wireOf(schema) ?? {};
    const isServed = !(call.unserved?.inputs as readonly string[] | undefined)?.includes(input);
    return values === undefined || !isServed ? [] : [{ call, input, values, anyCase }];
  }),
);

/** What a call needs before it looks at the input under test; `getProductsFor` needs a location as well. */
const needed = (call: AnyCall): Fields => ({
  ...exampleFields(call),
  ...(call.name === 'getProducts' && { warehouseID: 1 }),
});

/** A word with the case of its letters turned round. */
const turned = (word: string) =>
  word.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));

async function client() {
  const mock = frozenMock();
  const { sessionKey } = await loggedIn(mock);
  const send = async (request: string, fields: Fields) => {
    const response = await post(mock, { clientCode: '100001', sessionKey, request, ...fields });
    return { text: await response.text(), note: response.headers.get('erply-mock-note') };
  };
  return { mock, send, sessionKey };
}

describe('a word of the protocol', () => {
  const anyCase = inputs.filter((input) => input.anyCase);

  it('is read in any case as it is meant, with a note', async () => {
    expect(new Set(anyCase.map(({ input }) => input))).toEqual(
      new Set(['orderBy', 'orderByDir', 'lang', 'responseMode']),
    );
    // Each word is sent to a fake of its own, since some calls save something.
    const { send } = await client();
    const { send: sendTurned } = await client();
    for (const { call, input, values } of anyCase) {
      for (const word of input === 'lang' ? ['eng', 'est'] : values) {
        const exact = await send(call.name, { ...needed(call), [input]: word });
        const { text, note } = await sendTurned(call.name, { ...needed(call), [input]: turned(word) });
        expect([call.name, input, text]).toEqual([call.name, input, exact.text]);
        expect(exact.note).toBeNull();
        const name = `${input} "${turned(word)}" was read as ${word}`;
        expect(note).toBe(`${name}, which is how Erply's pages spell it`);
      }
    }
  });

  it('orders as it is meant', async () => {
    const { send } = await client();
    const ids = async (orderByDir: string) => {
      const { text } = await send('getProducts', { orderBy: 'PRODUCTID', orderByDir, recordsOnPage: 3 });
      return JSON.parse(text).records.map(({ productID }: { productID: number }) => productID);
    };
    expect(await ids('ASC')).toEqual([1, 2, 3]);
    expect(await ids('Desc')).toEqual([600, 599, 598]);
  });

  it('is that of every call, too: format, mode and language', async () => {
    const { send } = await client();
    expect(Object.keys(protocolWords)).toEqual(['responseType', 'responseMode', 'lang']);
    const plain = await send('getSuppliers', {});
    const json = await send('getSuppliers', { responseType: 'json' });
    expect(json.text).toBe(plain.text);
    expect(json.note).toBe('responseType "json" was read as JSON, which is how Erply\'s pages spell it');
    expect((await send('getSuppliers', { responseType: 'Xml' })).text).toBe(
      (await send('getSuppliers', { responseType: 'XML' })).text,
    );
    expect((await send('getProductStock', { warehouseID: 1, responseType: 'csv' })).text).toContain(
      'reportLink',
    );
    expect(JSON.parse((await send('getSuppliers', { responseType: 'csv' })).text).status.errorCode).toBe(
      1007,
    );
    expect(JSON.parse((await send('getSuppliers', { responseType: 'jsonp' })).text).status.errorCode).toBe(
      1007,
    );
    const detail = await send('getSuppliers', { responseMode: 'DETAIL' });
    expect(detail.text).toBe((await send('getSuppliers', { responseMode: 'detail' })).text);
    expect(detail.text).not.toBe(plain.text);
    expect(JSON.parse((await send('getSuppliers', { lang: 'EST' })).text).status.errorCode).toBe(0);
    expect(JSON.parse((await send('getSuppliers', { lang: 'XYZ' })).text).status.errorCode).toBe(1195);
  });

  it('is read so inside of a bulk request, and outside of it', async () => {
    const { send, mock } = await client();
    const items = [
      { requestName: 'getSuppliers', orderByDir: 'DESC', responseMode: 'Detail', recordsOnPage: 2 },
    ];
    const { request, ...fields } = { request: '', requests: JSON.stringify(items), responseType: 'json' };
    const { text, note } = await send(request, fields);
    const [answer] = JSON.parse(text).requests;
    expect(answer.status.errorCode).toBe(0);
    expect(answer.records[0]).toHaveProperty('lastModified');
    expect(note?.split(' | ').map((one) => one.split(' ')[0])).toEqual([
      'responseType',
      'responseMode',
      'orderByDir',
    ]);
    // That of the sub-request, and then that of the whole.
    const entries = mock.account('100001').journal().entries.slice(-2);
    expect(entries.map(({ notes }) => notes?.length)).toEqual([2, 1]);
  });
});

describe('a word that records are made of', () => {
  const exact = inputs.filter((input) => !input.anyCase);

  it('is refused in another case, with a note that says which is meant', async () => {
    expect(exact.length).toBeGreaterThan(15);
    const { send } = await client();
    for (const { call, input, values } of exact) {
      const [word = ''] = values;
      const { text, note } = await send(call.name, { ...needed(call), [input]: turned(word) });
      const { status } = JSON.parse(text);
      expect([call.name, status.errorCode, status.errorField]).toEqual([call.name, 1016, input]);
      expect(note).toContain(`${call.name}: ${input} is read as it is spelled; did you mean ${word}?`);
    }
  });
});
