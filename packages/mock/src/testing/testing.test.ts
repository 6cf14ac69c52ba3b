import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { checkFaults } from './check-faults.ts';
import { FaultsNotFiredError, startTestMock, type TestAccount, type TestMockOptions } from './index.ts';

async function ask(account: TestAccount, fields: Readonly<Record<string, string>>): Promise<any> {
  const body = new URLSearchParams({ clientCode: account.clientCode, ...fields });
  const response = await fetch(`${account.url}/api/`, { method: 'POST', body });
  return response.json();
}

async function logIn(account: TestAccount): Promise<string> {
  const { username, password } = account;
  const { records } = await ask(account, { request: 'verifyUser', username, password });
  return records[0].sessionKey;
}

/** What is written to stderr meanwhile. */
function captureErrors(): string[] {
  const written: string[] = [];
  const spy = vi.spyOn(console, 'error').mockImplementation((text) => void written.push(text));
  onTestFinished(() => spy.mockRestore());
  return written;
}

describe('startTestMock', () => {
  it('gives each test an account that nobody else sees, with the same keys in each run', async () => {
    const keys = async () => {
      await using erply = await startTestMock({ products: 5, now: 1_780_000_000, frozen: true });
      const [one, two] = [erply.newAccount('renames: ü a product'), erply.newAccount('renames: ü a product')];
      one.data('products').update(1, { name: 'Renamed' });
      expect(two.data('products').get(1)).not.toMatchObject({ name: 'Renamed' });
      return [one.clientCode, two.clientCode, await logIn(one), await logIn(two)];
    };
    const [first, second] = [await keys(), await keys()];
    expect(first).toEqual(second);
    expect(new Set(first).size).toBe(4);
    expect(first[0]).toMatch(/^renames-a-product-[0-9a-f]{8}$/);
  });

  it('takes names of any sort, and tells places apart', async () => {
    await using erply = await startTestMock({ products: 1 });
    const names = [
      '',
      '***',
      'ä'.repeat(500),
      `${'long '.repeat(50)}a`,
      `${'long '.repeat(50)}b`,
      '__proto__',
    ];
    const accounts = [...names, ''].map((name) => erply.newAccount(name));
    accounts.push(erply.newAccount('', 'another file'));
    for (const { clientCode } of accounts) expect(clientCode).toMatch(/^[a-z0-9-]{1,32}$/);
    expect(new Set(accounts.map(({ clientCode }) => clientCode)).size).toBe(accounts.length);
  });

  it('forgets the account of a test that has ended, and gives its code free', async () => {
    await using erply = await startTestMock({ products: 1 });
    const codes: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const done = erply.run('logs in', async (account) => {
        expect(erply.accounts()).toEqual([]);
        codes.push(account.clientCode);
        await logIn(account);
        return erply.accounts();
      });
      expect(await done).toEqual([codes[0]]);
    }
    expect(codes[1]).toBe(codes[0]);
    expect(erply.accounts()).toEqual([]);
  });

  it('writes the journal of a test that fails, and throws its very error', async () => {
    await using erply = await startTestMock({ products: 3, now: 1_780_000_000, frozen: true });
    const written = captureErrors();
    const failure = new Error('expected 4 products');
    const failing = erply.run('reads', async (account) => {
      const sessionKey = await logIn(account);
      await ask(account, {
        request: 'getProducts',
        sessionKey,
        recordsOnPage: '2',
        name: 'canary-person@example.test',
      });
      await ask(account, { request: 'getProducts', sessionKey: 'wrong' });
      throw failure;
    });
    await expect(failing).rejects.toBe(failure);
    const [head = '', ...lines] = written.join('').trimEnd().split('\n');
    expect(head).toMatch(/^Requests of account reads-[0-9a-f]{8}, the last one at the end:$/);
    expect(written.join('')).not.toMatch(/canary|demouser/);
    expect(lines).toEqual([
      expect.stringMatching(/^ {2}#1 20:26:40 verifyUser username=\S+ password=\S+ → ok, 1 record$/),
      expect.stringMatching(/^ {2}#2 20:26:40 getProducts recordsOnPage=2 name=\S+ → ok, 0 records$/),
      expect.stringMatching(/^ {2}#3 20:26:40 getProducts → error 1055/),
    ]);
  });

  it('says so where a test that fails has asked nothing', async () => {
    await using erply = await startTestMock({ products: 1 });
    const written = captureErrors();
    await expect(erply.run('asks nobody', () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(written).toEqual([expect.stringMatching(/^No request has come in for account asks-nobody-/)]);
  });

  it('shows the last 50 requests, and how many there were before', async () => {
    await using erply = await startTestMock({ products: 1 });
    const account = erply.newAccount('asks often');
    for (let count = 0; count < 60; count += 1) await ask(account, { request: 'getWarehouses' });
    const [head, ...lines] = account.journalText().trimEnd().split('\n');
    expect(head).toMatch(/, without 10 earlier ones:$/);
    expect([lines.length, lines[0]?.slice(0, 6), lines.at(-1)?.slice(0, 6)]).toEqual([
      50,
      '  #11 ',
      '  #60 ',
    ]);
  });

  it('keeps each request to one line, whatever its names hold', async () => {
    await using erply = await startTestMock({ products: 1 });
    const account = erply.newAccount('hostile');
    await ask(account, { request: 'get\u001b[2J\r\nProducts', 'x\n': '1' });
    await ask(account, { request: 'x'.repeat(10_000) });
    const lines = account.journalText().trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).not.toMatch(/\p{Cc}/u);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(310);
  });

  it('refuses a list of accounts, since tests have codes of their own', async () => {
    const options = { accounts: ['1'] } as TestMockOptions;
    await expect(startTestMock(options)).rejects.toThrow(
      'accounts must be left out: each test has a code of its own',
    );
  });
});

describe('faults that have not fired', () => {
  const never = { times: null, effect: { emptyBody: true as const }, fired: 0 };
  const account = (notFired: readonly number[]) => ({
    clientCode: 'shop',
    faults: () => ({
      rules: [
        { id: 1, match: { request: 'getProducts' }, ...never },
        { id: 2, match: {}, ...never },
      ],
      notFired,
    }),
  });

  it('fail a test, with what they were to match', () => {
    const check = () => checkFaults(account([1, 2]));
    expect(check).toThrow(FaultsNotFiredError);
    expect(check).toThrow('2 faults have not fired for account shop: 1 {"request":"getProducts"}; 2 {}');
  });

  it('let a test pass where all have fired', () => {
    expect(() => checkFaults(account([]))).not.toThrow();
  });
});
