import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { repository, temporaryFolder } from '@erply-kit/tooling';
import { propertyRun, randomOf } from '@erply-kit/tooling/property';

import { changeSome, look, shop } from '../../test/any-changes.ts';
import { askText, frozenMock, loggedIn, start } from '../../test/ask.ts';
import { assembleMock } from '../create-mock.ts';
import { type MockOptions, startMock } from '../index.ts';
import { keepState } from './kept-state.ts';

const { TESTED_COMMAND = 'src/cli.ts' } = process.env;

const never = () => () => {};
const failing = (error: Error) => {
  throw error;
};

/** A fake that keeps its state in the file. */
async function begin(path: string, options: MockOptions = {}, every: typeof setEvery = never) {
  const { mock, server } = assembleMock({ now: start, frozen: true, ...shop, ...options }, '127.0.0.1');
  const state = await keepState(server, { path, every, onFailure: failing });
  return { mock, end: () => state[Symbol.asyncDispose]() };
}

declare function setEvery(milliseconds: number, task: () => void): () => void;

describe('a state file', () => {
  it('brings all accounts back as they were', async () => {
    await using folder = await temporaryFolder('state');
    let files = 0;
    const property = fc.asyncProperty(fc.gen(), async (gen) => {
      const random = randomOf(gen);
      files += 1;
      const path = join(folder.path, `${files}.ndjson`);
      const first = await begin(path);
      const { call, sessionKey } = await loggedIn(first.mock);
      await changeSome(random, first.mock, call);
      first.mock.account('100001').fork('other');
      await changeSome(random, first.mock, call);
      const before = [
        await look(first.mock, sessionKey),
        await look(first.mock, sessionKey, 'other'),
        first.mock.account('100001').quota(),
      ];
      await first.end();
      const login = { clientCode: '100001', request: 'verifyUser', username: 'demo', password: 'demouser' };
      const nextLogin = await askText(first.mock, login);
      const second = await begin(path);
      const quota = second.mock.account('100001').quota();
      expect([
        await look(second.mock, sessionKey),
        await look(second.mock, sessionKey, 'other'),
        { ...quota, used: expect.any(Number), byCall: expect.any(Object) },
      ]).toEqual(before);
      expect(await askText(second.mock, login)).toBe(nextLogin);
    });
    await fc.assert(property, propertyRun(6, 2));
  });

  it('holds names with every kind of line end', async () => {
    await using folder = await temporaryFolder('state');
    const path = join(folder.path, 'state');
    const name = 'a\u2028b\u2029c\rd\ne\u0085f';
    const first = await begin(path);
    first.mock.account('a').data('brands').update(1, { name });
    await first.end();
    const second = await begin(path);
    expect(second.mock.account('a').data('brands').get(1).name).toBe(name);
  });

  it('is refused when a byte of it is another one, or missing, and stays as it is', async () => {
    await using folder = await temporaryFolder('state');
    const path = join(folder.path, 'state');
    const first = await begin(path);
    first.mock.account('a').data('products').update(1, { name: 'Changed' });
    first.mock.account('a').stockMovements.insert({ productID: 3, warehouseID: 1, amount: 1 });
    await first.end();
    const whole = await readFile(path);
    const changed = (at: number) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    };
    const cut = (at: number) => whole.subarray(0, at);
    const lineEnd = whole.indexOf('\n') + 1;
    const damaged = [0, 1, 2].flatMap((part) => {
      const at = lineEnd + Math.floor(((whole.length - lineEnd - 1) * part) / 3);
      return [changed(at), changed(at + 7), cut(at), cut(at + 7)];
    });
    for (const bytes of [...damaged, cut(0), cut(whole.length - 2), Buffer.concat([whole, whole])]) {
      await writeFile(path, bytes);
      await expect(begin(path)).rejects.toThrow(`the state file ${path} is damaged: remove it to start anew`);
      expect(await readFile(path)).toEqual(bytes);
    }
  });

  it('is refused where it does not belong', async () => {
    await using folder = await temporaryFolder('state');
    const path = join(folder.path, 'state');
    const first = await begin(path);
    first.mock.account('a').data('products').remove(1);
    await first.end();
    await expect(begin(path, { seed: 2 })).rejects.toThrow(
      'was made with seed 1, not 2: start with the same',
    );
    await expect(begin(path, { products: 7 })).rejects.toThrow('was made with products 30, not 7');
    await expect(
      begin(path, { dataset: 'empty', products: undefined, warehouses: undefined }),
    ).rejects.toThrow('was made with dataset demo@2, not empty@2');
    await expect(begin(path, { accounts: ['b'] })).rejects.toThrow('has an account a: add it to --accounts');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"formatVersion":2', '"formatVersion":1'));
    await expect(begin(path)).rejects.toThrow('is of version 1; this erply-mock reads version 2: remove it');
    await writeFile(path, '{"products":[]}\n');
    await expect(begin(path)).rejects.toThrow('is not a state file: give --state another name');
    await expect(begin(folder.path)).rejects.toThrow('is a directory: give --state the name of a file');
    await expect(begin(join(folder.path, 'none', 'state'))).rejects.toThrow(
      `the folder ${join(folder.path, 'none')} of the state file does not exist: make it first`,
    );
    await expect(begin(join(path, 'below'))).rejects.toThrow('cannot read the state file');
  });

  it('goes with own data, and keeps what was unset', async () => {
    await using folder = await temporaryFolder('state');
    const path = join(folder.path, 'state');
    const data = { stockMovements: [{ productID: 3, warehouseID: 1, amount: 7 }] };
    const first = await begin(path, { data });
    const account = first.mock.account('a');
    await account.importData({ brands: [{ brandID: 1, name: null }] });
    account.stockMovements.insert({ productID: 3, warehouseID: 1, amount: 1 });
    const before = [account.data('brands').get(1), account.changes({ table: 'productStock' })];
    await first.end();
    const second = await begin(path, { data });
    const after = second.mock.account('a');
    expect([after.data('brands').get(1), after.changes({ table: 'productStock' })]).toEqual(before);
    await expect(begin(path)).rejects.toThrow('was made with other data (--data): start with the same');
  });

  it('is written soon after a change, and not when nothing has changed', async () => {
    await using folder = await temporaryFolder('state');
    const path = join(folder.path, 'state');
    const tasks: (() => void)[] = [];
    const { mock } = await begin(path, {}, (_, task) => {
      tasks.push(task);
      return () => {};
    });
    const files = async () => {
      for (const task of tasks) task();
      await expect
        .poll(() => readdir(folder.path).then((names) => names.filter((name) => name.endsWith('.tmp'))))
        .toEqual([]);
      return readdir(folder.path);
    };
    expect(await files()).toEqual([]);
    mock.account('a').data('products').remove(1);
    await files();
    await expect.poll(files).toEqual(['state']);
    const account = mock.account('a');
    account.addFault({ effect: { errorCode: 1002 } });
    account.setChaos({ seed: 1, percent: { emptyBody: 1 } });
    const kept = () => readFile(path, 'utf8');
    await expect.poll(() => files().then(kept)).toContain('errorCode');
    account.clearFaults();
    account.clearChaos();
    await expect.poll(() => files().then(kept)).not.toMatch(/errorCode|emptyBody/);
  });

  it('is not written over what another program has written', async () => {
    await using folder = await temporaryFolder('state');
    const path = join(folder.path, 'state');
    const first = await begin(path);
    const second = await begin(path);
    second.mock.account('b').data('products').remove(1);
    await second.end();
    const written = await readFile(path);
    first.mock.account('a').data('products').remove(1);
    await expect(first.end()).rejects.toThrow('was changed by another program: it is left as it is');
    expect(await readFile(path)).toEqual(written);
  });

  it('stays as it was when it cannot be written, and nothing else is left', async () => {
    await using folder = await temporaryFolder('state');
    const path = join(folder.path, 'state');
    await (await begin(path)).end();
    const before = await readFile(path);
    const { mock, end } = await begin(path);
    mock.account('a').data('products').remove(1);
    await chmod(folder.path, 0o500);
    const ended = end();
    await (process.getuid?.() === 0 ? ended : expect(ended).rejects.toThrow('cannot write the state file'));
    await chmod(folder.path, 0o700);
    if (process.getuid?.() !== 0) expect(await readFile(path)).toEqual(before);
    expect(await readdir(folder.path)).toEqual(['state']);
  });

  it('goes with startMock, its clock too', async () => {
    await using folder = await temporaryFolder('state');
    const state = join(folder.path, 'state');
    const first = await startMock({ state });
    first.account('a').data('brands').update(1, { name: 'Kept' });
    const { now } = first.clock.advance('48h');
    await first.close();
    await using second = await startMock({ state });
    expect(second.account('a').data('brands').get(1).name).toBe('Kept');
    expect(second.clock.read().now).toBeGreaterThanOrEqual(now);
    expect(frozenMock().accounts()).toEqual([]);
  });

  it('survives that the program is killed', async () => {
    await using folder = await temporaryFolder('state');
    const state = join(folder.path, 'state');
    const program = [join(repository, 'packages/mock', TESTED_COMMAND), '--port', '0', '--state', state];
    const begun = async () => {
      const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      return { child, url: String(line).trim() };
    };
    const brand = (url: string, init?: RequestInit) =>
      fetch(`${url}/_mock/accounts/a/data/brands/1`, init).then(
        (response) => response.json() as Promise<{ name: string }>,
      );
    const first = await begun();
    const headers = { 'content-type': 'application/json' };
    await brand(first.url, { method: 'PUT', headers, body: '{"name":"Kept"}' });
    await expect.poll(() => readdir(folder.path), { timeout: 20_000 }).toEqual(['state']);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await begun();
    expect((await brand(second.url)).name).toBe('Kept');
    second.child.kill('SIGTERM');
    expect(await once(second.child, 'exit')).toEqual([0, null]);
  });
});
