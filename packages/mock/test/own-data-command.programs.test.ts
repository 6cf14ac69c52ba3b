import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

const cli = join(import.meta.dirname, '..', 'src/cli.ts');

function start(args: readonly string[]) {
  const child = spawn(process.execPath, [cli, '--port', '0', ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (output.stdout += data));
  child.stderr.on('data', (data) => (output.stderr += data));
  return { child, output };
}

const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });

describe('erply-mock', () => {
  it('begins with the data of a file, and answers what it does not know from another', async () => {
    await using folder = await temporaryFolder('command', {
      'shop.ndjson': '{"table":"products","record":{"productID":1,"name":"Shirt","groupID":1}}\n',
      'campaigns.json': '[{"campaignID":1}]',
      'a,b.json': '[{"partID":1}]',
    });
    const { child, output } = start([
      ...['--dataset', 'empty', '--data', join(folder.path, 'shop.ndjson')],
      ...['--stub', `getCampaignWarehouses=${join(folder.path, 'campaigns.json')}`],
      ...['--stub', `getParts=${join(folder.path, 'a,b.json')}`],
    ]);
    while (!output.stdout.includes('\n')) await once(child.stdout, 'data');
    const ask = async (fields: Record<string, string>) =>
      (await fetch(`${output.stdout.trim()}/api/`, form({ clientCode: '1', ...fields }))).json() as any;
    const login = await ask({ request: 'verifyUser', username: 'demo', password: 'demouser' });
    const { sessionKey } = login.records[0];
    const records = async (request: string) => (await ask({ request, sessionKey })).records;
    expect(await records('getProducts')).toMatchObject([{ name: 'Shirt' }]);
    expect(await records('getCampaignWarehouses')).toEqual([{ campaignID: 1 }]);
    expect(await records('getParts')).toEqual([{ partID: 1 }]);
  });

  it('ends with 2 and one line that names file, line and field of what is wrong', async () => {
    await using folder = await temporaryFolder('command', {
      'wrong.ndjson': '\n{"table":"products","record":{"price":"cheap"}}\n',
    });
    const path = join(folder.path, 'wrong.ndjson');
    const cases: [string[], string][] = [
      [['--data', path], `--data ${path}: line 2: products: price is not a number`],
      [['--stub', 'getProducts=x.json'], '--stub x.json: cannot be read: there is no such file'],
      [['--stub', 'getCampaignWarehouses'], '--stub needs NAME=VALUE, not "getCampaignWarehouses"'],
    ];
    for (const [args, line] of cases) {
      const { child, output } = start(args);
      const [code] = await once(child, 'close');
      expect([code, output.stderr, output.stdout]).toEqual([2, `erply-mock: ${line}\n`, '']);
    }
  });
});
