import { afterEach, describe, expect, it, vi } from 'vitest';

import { createMock } from '../src/index.ts';
import { listedSelection } from '../src/query/selection.ts';
import { SelectionCache } from '../src/query/selection-cache.ts';
import { textKey } from '../src/query/text-key.ts';
import { turnTaker } from '../src/slices.ts';
import { readUrlencoded } from '../src/wire/urlencoded.ts';
import { ask, type Fields, frozenMock, loggedIn, start } from './ask.ts';

/** Longer than any text that may be gone through at a time, and short enough for a quick test. */
const long = 100_000;
const mostAtOnce = 11_000;

afterEach(() => {
  vi.restoreAllMocks();
});

/** The longest text that a method of texts ran on. */
function longestOf(method: 'replaceAll' | 'toLowerCase') {
  const spy = vi.spyOn(String.prototype, method);
  return () => Math.max(0, ...spy.mock.contexts.map((text) => String(text).length));
}

describe('a form', () => {
  it('is decoded byte by byte where it is long, to the same as where it is short', () => {
    const replace = vi.spyOn(String.prototype, 'replace');
    const longest = longestOf('replaceAll');
    const name = `a${'. ['.repeat(long)}`;
    const { values } = readUrlencoded(`${name}=${'+%41%C3%A4'.repeat(long)}&b=${'%C3'.repeat(long)}`, 'body');
    expect(longest()).toBe(0);
    // What begins with blanks is cut there, once.
    expect(replace.mock.calls.filter(([what]) => what instanceof RegExp && what.global)).toEqual([]);
    expect([...values]).toEqual([
      [`a${'_'.repeat(3 * long)}`, ' Aä'.repeat(long)],
      ['b', '\ufffd'.repeat(long)],
    ]);
  });
});

describe('a list', () => {
  it.each([
    ['productIDs', 'getProducts', '1,'],
    ['productIDs', 'getProducts', ','],
    ['type', 'getProducts', 'PRODUCT,'],
    ['getFields', 'getProducts', 'name,'],
  ])('of a hundred thousand %s of %s is refused before all of them are read', async (field, request, one) => {
    const { call } = await loggedIn(frozenMock());
    const split = vi.spyOn(String.prototype, 'split');
    const { status } = await call(request, { [field]: one.repeat(long) });
    const lengths = split.mock.results.map(({ value }) => (value as string[]).length);
    expect([status.errorCode, status.errorField]).toEqual([1162, field]);
    expect(Math.max(...lengths)).toBeLessThan(mostAtOnce);
  });

  it('of that many getFields is cut with a note where a call does not declare it', async () => {
    const notes: string[] = [];
    const { call } = await loggedIn(frozenMock({ onNote: (note) => notes.push(note) }));
    const { records } = await call('getWarehouses', { getFields: `name,${'x,'.repeat(long)}code` });
    expect(Object.keys(records[0])).toEqual(['name']);
    expect(notes).toEqual(['getFields names more than 10000 fields: the rest was not read']);
  });
});

describe('a word', () => {
  it.each(['responseType', 'lang', 'orderBy'])(
    'that is too long for %s is not spelled anew',
    async (name) => {
      const { call } = await loggedIn(frozenMock());
      const longest = longestOf('toLowerCase');
      const { status } = await call('getProducts', { [name]: 'e'.repeat(long) });
      expect(status.errorCode).not.toBe(0);
      expect(longest()).toBeLessThan(mostAtOnce);
    },
  );
});

describe('a search', () => {
  it('has a short key however long it is, and its own', () => {
    const key = textKey('a'.repeat(long));
    expect(key.length).toBeLessThan(100);
    expect(textKey('a'.repeat(long))).toBe(key);
    expect(textKey(`${'a'.repeat(long - 1)}b`)).not.toBe(key);
    expect(textKey('a"')).toBe('"a\\""');
  });

  it('is remembered with what its key takes', () => {
    const kept = new SelectionCache(16 * 1024 * 1024);
    const key = (letter: string) => letter.repeat(5_000_000);
    kept.keep(key('a'), listedSelection([1]));
    kept.keep(key('b'), listedSelection([2]));
    expect([kept.get(key('a')), kept.get(key('b'))?.bytes]).toEqual([undefined, 8]);
  });

  it('finds what it did before, and nothing where it is longer than every text', async () => {
    const { call } = await loggedIn(frozenMock());
    const total = async (fields: Fields) => (await call('getProducts', fields)).status.recordsTotal;
    const { records } = await call('getProducts', { recordsOnPage: 1 });
    const name = String(records[0].name);
    expect(await total({ searchName: name.toUpperCase() })).toBeGreaterThan(0);
    expect(await total({ searchName: name + 'x'.repeat(long) })).toBe(0);
    expect(await total({ fullTextSearchPhrase: 'x'.repeat(long) })).toBe(0);
  });
});

describe('a bulk request', () => {
  it('has 200 unknown names noted one by one, and the others counted', async () => {
    const notes: string[] = [];
    const { bulk } = await loggedIn(frozenMock({ onNote: (note) => notes.push(note) }));
    const item = (index: number) => ({
      requestName: 'getWarehouses',
      ...Object.fromEntries(Array.from({ length: 20 }, (_, place) => [`unknown${index}x${place}`, 1])),
    });
    await bulk(Array.from({ length: 100 }, (_, index) => item(index)));
    expect(notes.filter((note) => note.includes('has no parameter')).length).toBe(200);
    expect(notes).toContain('getWarehouses has no such parameters, 20 more of them');
  });

  it('lets others in between its calls', async () => {
    let turns = 0;
    const seen = new Set<number>();
    // The clock is read for each call, and so tells in which turn of the event loop it ran.
    const mock = createMock({
      realTime() {
        seen.add(turns);
        return start * 1000;
      },
    });
    const { bulk } = await loggedIn(mock);
    let nowMs = 0;
    // Each look at this clock finds it 10 ms on, so that each call seems to have taken long.
    vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 10));
    let isDone = false;
    const count = () => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await bulk(Array.from({ length: 100 }, () => ({ requestName: 'getWarehouses' })));
    isDone = true;
    expect(seen.size).toBeGreaterThanOrEqual(100);
  });

  it('goes on at once where the event loop was not held for long', async () => {
    let nowMs = 0;
    const takeTurns = turnTaker(() => nowMs);
    const order: string[] = [];
    setImmediate(() => order.push('another'));
    await takeTurns();
    order.push('first');
    nowMs = 9;
    await takeTurns();
    order.push('second');
    expect(order).toEqual(['first', 'another', 'second']);
  });
});

describe('what is wrong in a request', () => {
  const send = async (path: string, body: unknown, method: 'POST' | 'PUT' = 'POST') => {
    const mock = frozenMock();
    const headers = { 'content-type': 'application/json', host: 'localhost' };
    const response = await mock.app.request(`/_mock${path}`, { method, body: JSON.stringify(body), headers });
    return { status: response.status, text: await response.text() };
  };
  const manyFields = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`x${index}`, 1]));

  it.each([
    ['a span of time', '/clock/advance', { by: '1h'.repeat(long) }, 'POST'],
    ['a time', '/clock', { now: '1'.repeat(long) }, 'PUT'],
    ['fields of a user', '/accounts/1/data/users', { userName: 'a', ...manyFields }, 'POST'],
    ['rights of a user', '/accounts/1/data/users', { userName: 'a', rights: manyFields }, 'POST'],
    ['fields of a record', '/accounts/1/data/products', manyFields, 'POST'],
    ['a switch', '/accounts/1/config', { set: { reportLatin1Substitute: 'x'.repeat(long) } }, 'PUT'],
    ['a name of a switch', '/accounts/1/config', { set: { ['x'.repeat(long)]: 1 } }, 'PUT'],
    ['a module', '/accounts/1/config', { modules: { ['x'.repeat(long)]: true } }, 'PUT'],
    ['a part to reset', '/accounts/1/reset', { what: ['x'.repeat(long)] }, 'POST'],
    ['a table', `/accounts/1/data/${'x'.repeat(5000)}`, {}, 'POST'],
    ['a path', `/${'x'.repeat(5000)}`, {}, 'POST'],
  ] as const)('is not repeated whole: %s', async (_, path, body, method) => {
    const { status, text } = await send(path, body, method);
    expect([400, 404]).toContain(status);
    expect(text.length).toBeLessThan(1500);
  });

  it('is not repeated whole in notes, journal and errorField', async () => {
    const notes: string[] = [];
    const mock = frozenMock({ strict: true, onNote: (note) => notes.push(note) });
    const { call } = await loggedIn(mock);
    const name = 'x'.repeat(long);
    const { status } = await call('getWarehouses', { [name]: '1', version: name });
    expect([status.errorCode, status.errorField.length]).toEqual([1016, 65]);
    await ask(mock, { clientCode: '100001', request: name });
    expect(Math.max(...notes.map((note) => note.length))).toBeLessThan(200);
    expect(JSON.stringify(mock.account('100001').journal()).length).toBeLessThan(3000);
  });
});
