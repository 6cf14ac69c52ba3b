import { inspect } from 'node:util';

import { describe, expect, it } from 'vitest';

import { createFakeTime } from './fake-time.ts';
import { rejection, scriptedClient } from './open-client.ts';
import { openErply } from './open-erply.ts';
import { bulkAnswer, failure, records, refused } from './scripted-transport.ts';

const secret = 'CANARY-SECRET-7f3a';
const settings = { registerID: 1, isOpen: '1', rows: [[], { amount: '2.50' }], nothing: null };
/** What `--stub saveRegisterSettings=… --stub getRegisterSettings=…` does. */
const stubs = { getRegisterSettings: [settings], saveRegisterSettings: [{ registerID: 1 }] };
const erplyWithStubs = () =>
  openErply({ mock: { stubs, journal: 'full', frozen: true }, client: { wait: async () => {} } });

describe('a call that the schemas do not know', () => {
  it('answers records as they came, in a session, for one unit', async () => {
    await using open = await erplyWithStubs();
    const { records, status } = await open.client.call('getRegisterSettings', { registerID: 1 });
    expect(records).toEqual([settings]);
    expect(status.recordsInResponse).toBe(1);
    expect(open.requests()).toEqual(['verifyUser', 'getRegisterSettings']);
    expect(open.account.quota().used).toBe(2);
    expect(open.client.usage()).toMatchObject({ requests: 2, costUnits: 2, logins: 1, drift: {} });
  });

  it('leaves nothing of its input in events, errors or the journal', async () => {
    await using open = await erplyWithStubs();
    const input = { pinCode: secret, rows: [secret, 4711] };
    await open.client.call('saveRegisterSettings', input);
    await open.client.call('getRegisterSettings', input, { effect: 'read' });
    await open.client.bulk([open.client.call.request('saveRegisterSettings', input)]);
    const error = await rejection(open.client.call('getNoSuchThing', input));
    const { entries } = open.account.journal();
    expect(entries.map(({ request }) => request)).toContain('getNoSuchThing');
    expect(inspect([open.events, error, entries, open.client.usage()], { depth: 20 })).not.toMatch(
      /CANARY|4711/,
    );
  });

  it('is refused by the fake with 1005, and the error says which call was probably meant', async () => {
    await using open = await erplyWithStubs();
    const error = await rejection(open.client.call('getProduct'));
    expect(error).toMatchObject({
      kind: 'api',
      call: 'getProduct',
      code: 1005,
      message:
        'getProduct: The parameter request is missing or names no call (1005, did you mean getProducts?).',
    });
    expect(String(await rejection(open.client.call('xyzzy')))).toContain('names no call (1005).');
  });

  it('is not repeated when its answer is lost, unless it is said to be a read', async () => {
    await using open = await erplyWithStubs();
    const asked = (name: string) => open.requests().filter((request) => request === name).length;
    const lose = (request: string) =>
      open.account.addFault({ match: { request }, times: 1, effect: { drop: 'after' } });
    lose('saveRegisterSettings');
    const error = await rejection(open.client.call('saveRegisterSettings', { registerID: 1 }));
    expect(error).toMatchObject({ mayHaveBeenApplied: true, retryable: false, attempt: 1 });
    expect(asked('saveRegisterSettings')).toBe(1);
    lose('getRegisterSettings');
    await expect(open.client.call('getRegisterSettings', {}, { effect: 'read' })).resolves.toBeDefined();
    expect(asked('getRegisterSettings')).toBe(2);
    open.account.expireSessions();
    await expect(open.client.call('saveRegisterSettings')).resolves.toBeDefined();
  });

  it('goes into bulk requests beside others, for a tenth of a unit', async () => {
    await using open = await erplyWithStubs();
    const { client } = open;
    await client.getWarehouses();
    const before = open.account.quota().used;
    const results = await client.bulk([
      client.call.request('saveRegisterSettings', { registerID: 1 }),
      client.getWarehouses.request(),
      client.call.request('getProducts', { productID: 1 }),
      client.call.request('getNoSuchThing'),
    ]);
    expect(results.map((result) => result.ok)).toEqual([true, true, true, false]);
    const [saved, , products, unknown] = results;
    expect(saved.ok && saved.answer.records).toEqual([{ registerID: 1 }]);
    expect(products.ok && products.answer.records[0]?.productID).toBe(1);
    expect(!unknown.ok && unknown.error).toMatchObject({ call: 'getNoSuchThing', code: 1005 });
    expect(open.account.quota().used - before).toBeCloseTo(0.4);
  });

  it('makes a bulk request one that is not repeated, unless all in it are reads', async () => {
    for (const [effect, sent] of [
      ['write', 1],
      ['read', 2],
    ] as const) {
      const answer = () => bulkAnswer([{ status: { requestName: 'getX' }, records: [] }]);
      const { client, wire } = scriptedClient(createFakeTime(), [
        () => failure('lost', 'ECONNRESET'),
        answer,
      ]);
      await client.bulk([client.call.request('getX', {}, { effect })]);
      expect(wire.sent.length - 1).toBe(sent);
    }
  });

  it('takes records in any of the shapes that an answer has', async () => {
    for (const [sent, taken] of [
      [[], []],
      [{ a: 1 }, [{ a: 1 }]],
      [
        [{ a: null }, []],
        [{ a: null }, {}],
      ],
    ] as const) {
      const { client } = scriptedClient(createFakeTime(), [
        () => records(sent as never, { recordsInResponse: 0 }),
      ]);
      expect((await client.call('getX')).records).toEqual(taken);
    }
    const { client } = scriptedClient(createFakeTime(), [() => records(['x' as never])]);
    expect(await rejection(client.call('saveX'))).toMatchObject({
      kind: 'response',
      mayHaveBeenApplied: true,
    });
  });

  it('names the parameter that Erply refuses, where it was one of the input', async () => {
    const { client } = scriptedClient(createFakeTime(), [
      () => refused(1016, { errorField: 'registerID' }),
      () => refused(1016, { errorField: secret }),
    ]);
    expect(await rejection(client.call('getX', { registerID: 1 }))).toMatchObject({
      errorField: 'registerID',
    });
    expect(await rejection(client.call('getX', { registerID: 1 }))).not.toHaveProperty('errorField');
  });

  it('is refused with more fields than a form may have, and what to do instead is said', async () => {
    const { client } = scriptedClient(createFakeTime(), [() => records([])]);
    const input = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`row${index}`, index]));
    expect(String(await rejection(client.call('saveX', input)))).toContain(
      "send it with client.bulk([client.call.request('saveX', …)])",
    );
  });
});

describe('the input of such a call', () => {
  it('is sent as text: flags as 1 and 0, lists with commas, numbers without an exponent', async () => {
    const { client, wire } = scriptedClient(createFakeTime(), [() => records([])]);
    const input = {
      ...{ text: 'a,b &=', empty: '', zero: 0, price: 2.5, tiny: 1e-7, yes: true, no: false },
      ...{ ids: [1, 2], words: ['a', 'b'], missing: undefined, getFields: 'name' },
    };
    await client.call('saveX', input);
    const sent = Object.fromEntries([...(wire.sent.at(-1) ?? [])].filter(([name]) => name in input));
    expect(sent).toEqual({
      ...{ text: 'a,b &=', empty: '', zero: '0', price: '2.5', tiny: '0.0000001', yes: '1', no: '0' },
      ...{ ids: '1,2', words: 'a,b', getFields: 'name' },
    });
    expect(wire.sent.at(-1)?.get('request')).toBe('saveX');
  });

  const kinds =
    'x must be text, a number, true, false or a list of texts or numbers; what is not to be sent is left out';
  it.each<[Record<string, unknown>, string]>([
    [{ x: null }, kinds],
    [{ x: {} }, kinds],
    [{ x: new Date() }, kinds],
    [{ x: 5n }, kinds],
    [{ x: () => 1 }, kinds],
    [{ x: Symbol(secret) }, kinds],
    [{ x: Number.NaN }, 'x is not a number that can be sent'],
    [{ x: 2 ** 53 }, 'x has more digits than a number keeps: give it as text'],
    [{ x: [] }, 'x is an empty list, which Erply takes for an input that was not sent: leave it out'],
    [{ x: [1, null] }, 'x[1] must be text or a number'],
    [{ x: [1, true] }, 'x[1] must be text or a number'],
    [{ x: [[1]] }, 'x[0] must be text or a number'],
    // biome-ignore lint/suspicious/noSparseArray: a place that is not set is what this is about
    [{ x: [1, , 2] }, 'x[1] must be text or a number'],
    [{ x: ['a', ''] }, 'x[1] is empty, and Erply leaves out what is empty in a list'],
    [{ x: ['a,b'] }, 'x[0] has a comma, which ends an element of a list: give the whole list as one text'],
    ...[
      'clientCode',
      'sessionKey',
      'request',
      'requests',
      'requestName',
      'requestID',
      'version',
      'responseType',
    ].map((name): [Record<string, unknown>, string] => [
      { [name]: secret },
      `${name} is a parameter of the protocol and not of a call: leave it out`,
    ]),
    ...['', 'a b', 'a[]', 'a.b', `${secret} `, '__proto__x'].map(
      (name): [Record<string, unknown>, string] => [
        { [name]: 1 },
        'a name is not that of a parameter: letters, digits and _, such as productID',
      ],
    ),
  ])('is refused where it cannot be sent: %o', async (input, problem) => {
    const { client, wire } = scriptedClient(createFakeTime(), [() => records([])]);
    const error = await rejection(client.call('getX', input as never));
    expect(error).toMatchObject({ kind: 'usage', call: 'getX' });
    expect((error as Error).message).toBe(`getX: wrong input: ${problem}.`);
    expect(() => client.call.request('getX', input as never)).toThrow(problem);
    expect(wire.sent).toEqual([]);
  });

  it.each(['', 'get products', 'getX?', '1', `get${'x'.repeat(70)}`, '__proto__', null, {}, secret])(
    'goes nowhere when the name cannot be that of a call: %o',
    async (name) => {
      const { client, wire } = scriptedClient(createFakeTime(), [() => records([])]);
      const problem =
        "call: the name must be that of a call of Erply's, of letters and digits, such as 'getProducts'.";
      expect(await rejection(client.call(name as never))).toMatchObject({ kind: 'usage', message: problem });
      expect(() => client.call.request(name as never)).toThrow(problem);
      expect(wire.sent).toEqual([]);
    },
  );

  it.each([
    [{ effect: 'delete' }, "call: effect must be 'read' or 'write'."],
    [{ efect: 'read' }, 'call: there is no option efect (did you mean effect?).'],
    [{ deadline: 'soon' }, 'call: deadline must be a Date or milliseconds since 1970'],
    [5, 'call: the options must be an object with'],
  ])('is not sent with a wrong option: %o', async (options, problem) => {
    const { client, wire } = scriptedClient(createFakeTime(), [() => records([])]);
    expect(String(await rejection(client.call('getX', {}, options as never)))).toContain(problem);
    expect(wire.sent).toEqual([]);
  });
});

describe('a call of the schemas by its name', () => {
  it('is the same as its method: its input is checked, its records are decoded', async () => {
    await using open = await erplyWithStubs();
    const { client } = open;
    const byName = await client.call('getProducts', { productID: 1 });
    expect(byName.records).toEqual((await client.getProducts({ productID: 1 })).records);
    expect(byName.records[0]?.price).toEqual(expect.any(Number));
    const wrong = { productID: '1' } as never;
    expect(String(await rejection(client.call('getProducts', wrong)))).toBe(
      String(await rejection(client.getProducts(wrong))),
    );
    const keeping = { unset: 'keep' } as const;
    expect((await client.call('getProducts', { productID: 1 }, keeping)).records).toEqual(
      (await client.getProducts({ productID: 1 }, keeping)).records,
    );
  });

  it('is repeated by its definition, which no option changes', async () => {
    const { client, wire } = scriptedClient(createFakeTime(), [() => failure('lost', 'ECONNRESET')]);
    const save = { groupID: 1, name: 'new' };
    const problem = "saveProduct: effect is 'read', and this call is known as a write: leave effect out.";
    expect(String(await rejection(client.call('saveProduct' as string, save, { effect: 'read' })))).toContain(
      problem,
    );
    expect(() => client.call.request('saveProduct' as string, save, { effect: 'read' })).toThrow(problem);
    expect(wire.sent).toEqual([]);
    await rejection(client.call('getBrands' as string, {}, { effect: 'read', deadline: new Date(2e12) }));
    expect(wire.sent.length).toBeGreaterThan(1);
  });
});
