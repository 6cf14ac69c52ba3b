import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createClient } from '@erply-kit/client';
import { type RunningMock, startMock } from '@erply-kit/mock';
import { run, temporaryFolder } from '@erply-kit/tooling';

type Json = Readonly<Record<string, never>>;

let erply: RunningMock;
beforeAll(async () => {
  erply = await startMock({ seed: 1 });
});
afterAll(() => erply.close());

/** Runs a program as a user would, in a folder of its own; each test has an account of its own. */
async function tryProgram(clientCode: string, args: readonly string[], cwd?: string): Promise<Json[]> {
  const account = { ERPLY_CLIENT_CODE: clientCode, ERPLY_USERNAME: 'demo', ERPLY_PASSWORD: 'demouser' };
  const command = [process.execPath, join(import.meta.dirname, 'run.ts'), ...args];
  const options = { env: { ...account, ERPLY_API_URL: erply.url }, timeoutMs: 120_000 };
  // What they print are answers, customers of a CRM among them.
  const result = await run(command, { ...options, ...(cwd !== undefined && { cwd }), mayShowCanaries: true });
  expect(result).toMatchObject({ code: 0 });
  const lines = result.stdout.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line): Json => JSON.parse(line));
}

it('products-to-web-shop copies what is shown, and then what has changed and gone', async () => {
  await using folder = await temporaryFolder('examples');
  const args = ['products-to-web-shop', '--file', 'shop.json'];
  const [first] = await tryProgram('200001', args, folder.path);
  expect(first?.items).toBeGreaterThan(100);
  erply.clock.advance('1h');
  const products = erply.account('200001').data('products');
  const shown = products.list().find(({ displayedInWebshop }) => displayedInWebshop === 1);
  products.update(Number(shown?.productID), { status: 'ARCHIVED' });
  products.remove(
    Number(products.list().findLast(({ displayedInWebshop }) => displayedInWebshop === 1)?.productID),
  );
  const [second] = await tryProgram('200001', args, folder.path);
  expect(second).toMatchObject({ put: 0, removed: 2, items: Number(first?.items) - 2 });
});

it('stock-to-website says what can be sold, and later only what has moved', async () => {
  expect((await tryProgram('200002', ['stock-to-website'])).length).toBeGreaterThan(100);
  const since = String(erply.clock.read().now + 1);
  erply.clock.advance('1h');
  erply.account('200002').stockMovements.insert({ productID: 1, warehouseID: 1, amount: 5 });
  const moved = await tryProgram('200002', ['stock-to-website', '--since', since]);
  expect(moved.map(({ productID }) => productID)).toEqual([1]);
});

it('customers-to-crm writes down that it has read them', async () => {
  const customers = await tryProgram('200003', ['customers-to-crm']);
  expect(customers.length).toBeGreaterThan(50);
  expect(Object.keys(customers[0] ?? {})).toEqual(['customerID', 'groupName', 'fullName', 'email']);
  expect(erply.account('200003').data('customerDataLog').list().length).toBeGreaterThanOrEqual(1);
});

it('sales-documents orders, changes and bills', async () => {
  const [ordered, changed, billed] = await tryProgram('200004', ['sales-documents', '--product', '1']);
  expect([ordered?.step, changed?.step, billed?.step]).toEqual(['ordered', 'changed', 'billed']);
  expect(billed).toMatchObject({ total: changed?.total, orderFollowedBy: [billed?.number] });
});

it('custom-checkout is paid to the cent', async () => {
  const lines = await tryProgram('200005', ['custom-checkout', '--products', '1,2,3,4']);
  const { documentID, total, paid } = lines.at(-1) ?? {};
  expect(documentID).toBeGreaterThan(0);
  expect(paid).toBe(total);
});

it('third-party-app sends each invoice once', async () => {
  const received: Json[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push(JSON.parse(body));
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const since = String(erply.clock.read().now);
  await tryProgram('200006', ['sales-documents']);
  await tryProgram('200006', ['third-party-app', '--since', since, '--to', `http://127.0.0.1:${port}/`]);
  server.close();
  expect(received).toMatchObject([{ type: 'INVWAYBILL' }]);
});

it('movements has write-offs, transfers and purchases', async () => {
  const lines = await tryProgram('200007', ['movements']);
  const kinds = new Set(lines.map(({ what }) => what));
  for (const kind of ['write-off', 'transfer', 'bought']) expect(kinds).toContain(kind);
});

/** What a sales report of the fake adds up to, gift cards included. */
async function reportedCents(clientCode: string): Promise<number> {
  await using client = createClient({ clientCode, username: 'demo', password: 'demouser', url: erply.url });
  const { records } = await client.getSalesReport({
    ...{ reportType: 'SALES_BY_DATE', dateStart: '2000-01-01', dateEnd: '2030-01-01' },
    giftCardsSales: 'BOTH_REGULAR_AND_GIFT_CARD',
  });
  const file = await fetch(String(records[0]?.reportLink));
  const lines = (await file.text())
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('"', '').trim().split(/[;,]/));
  const column = lines[0]?.indexOf('NET_SALES_TOTAL') ?? -1;
  return Math.round(Number(lines.at(-1)?.[column]) * 100);
}

it('revenue by register is that of a report, and by product the same but for roundings of rows', async () => {
  const lines = await tryProgram('200008', ['revenue']);
  const sumOf = (by: string) =>
    lines.filter((line) => line.by === by).reduce((sum, { net }) => sum + Math.round(Number(net) * 100), 0);
  expect(sumOf('product')).toBeGreaterThan(0);
  expect(sumOf('register')).toBe(await reportedCents('200008'));
  const products = lines.filter(({ by }) => by === 'product').length;
  expect(Math.abs(sumOf('product') - sumOf('register'))).toBeLessThan(products);
});

it('pos-day closes with what has to be in the drawer', async () => {
  const [day] = await tryProgram('200009', ['pos-day', '--product', '1']);
  expect(Number(day?.closedSum) + Number(day?.bankedSum)).toBeCloseTo(100 + Number(day?.total) - 20, 2);
});

it('receive-stock keeps what stock-feed push sends, each item once, and nothing from others', async () => {
  await using folder = await temporaryFolder('examples');
  const secret = Buffer.alloc(32, 7);
  const env = { ...process.env, STOCK_FEED_PUSH_SECRET: `whsec_${secret.toString('base64')}` };
  const args = [join(import.meta.dirname, 'run.ts'), 'receive-stock', '--port', '0', '--file', 'stock.db'];
  const child = spawn(process.execPath, args, {
    cwd: folder.path,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [first] = await once(child.stdout, 'data');
  const { port } = JSON.parse(String(first)).listening;
  const send = async (
    sequence: number,
    items: unknown,
    more: { ageSec?: number; key?: Buffer; full?: number } = {},
  ) => {
    const { ageSec = 0, key = secret, full } = more;
    const body = JSON.stringify({ data: { sequence, items, replacesBefore: full } });
    const [id, at] = [`stock-1-${sequence}`, String(Math.floor(Date.now() / 1000) - ageSec)];
    const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': at,
      'webhook-signature': `v1,x v1,${signature}`,
    };
    return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })).status;
  };
  const item = (productID: number, available: number) => ({ productID, warehouseID: 1, available });
  expect(await send(5, [item(1, 5), item(2, 5)])).toBe(204);
  expect(await send(7, [item(1, 7)])).toBe(204);
  // Late, twice, too old, of somebody else.
  expect(await send(6, [item(1, 6)])).toBe(204);
  expect(await send(7, [item(1, 7)])).toBe(204);
  expect(await send(8, [item(1, 8)], { ageSec: 400 })).toBe(401);
  expect(await send(8, [item(1, 8)], { key: Buffer.alloc(32) })).toBe(401);
  expect(await send(9, [item(3, 9)], { full: 7 })).toBe(204);
  // Of before the full push.
  expect(await send(6, [item(2, 6)])).toBe(204);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
  using stock = new DatabaseSync(join(folder.path, 'stock.db'));
  const rows = stock.prepare('SELECT productID, available, sequence FROM stock ORDER BY productID').all();
  expect(rows.map((row) => Object.values(row))).toEqual([
    [1, 7, 7],
    [3, 9, 9],
  ]);
});

const account = { ERPLY_CLIENT_CODE: '200010', ERPLY_USERNAME: 'demo', ERPLY_PASSWORD: 'demouser' };

it.each([
  ['no name', [], {}, 'npx pnpm@12 example NAME, with one of: custom-checkout, '],
  ['an unknown name', ['revenu'], {}, 'npx pnpm@12 example NAME, with one of: custom-checkout, '],
  [
    'no account',
    ['revenue'],
    { ERPLY_CLIENT_CODE: undefined },
    'revenue: There is no .env: copy .env.example',
  ],
  ['an empty account', ['revenue'], { ERPLY_CLIENT_CODE: '' }, 'revenue: set ERPLY_CLIENT_CODE'],
  ['a wrong password', ['revenue'], { ERPLY_PASSWORD: 'x' }, 'do not fit (1051). They are ERPLY_USERNAME'],
  ['no fake', ['revenue'], { ERPLY_API_URL: 'http://127.0.0.1:9' }, 'npx pnpm@12 mock starts it'],
  [
    'an unknown option',
    ['revenue', '--fro', '1'],
    {},
    "revenue: Unknown option '--fro'. Options are --from VALUE",
  ],
  ['a word too many', ['revenue', 'all'], {}, "revenue: Unexpected argument 'all'. Options are --from VALUE"],
  [
    'no value',
    ['pos-day', '--product'],
    {},
    'argument missing. Options are --register VALUE, --product VALUE, --yes',
  ],
  ['an option of another', ['revenue', '--yes'], {}, "revenue: Unknown option '--yes'"],
  ['a day that is not one', ['revenue', '--from', 'May'], {}, 'dateFrom'],
  ['not a number', ['pos-day', '--product', 'shirt'], {}, 'pos-day: --product takes a whole number.'],
  ['milliseconds', ['stock-to-website', '--since', '1795795200000'], {}, 'changedSince'],
  ['an unknown product', ['sales-documents', '--product', '99999'], {}, '(1011, productID1)'],
  ['one at a register', ['pos-day', '--product', '99999'], {}, 'pos-day: The shop has no product 99999.'],
  ['one in a cart', ['custom-checkout', '--products', '99999'], {}, '1011'],
  ['no address', ['third-party-app', '--to', 'books'], {}, 'third-party-app: --to takes an address'],
  ['nobody there', ['third-party-app', '--to', 'http://127.0.0.1:9/'], {}, 'got no answer from --to'],
  ['a real shop', ['pos-day'], { ERPLY_API_URL: 'https://1.example.test' }, 'with --yes if you mean it.'],
])('%s is one line', async (_, args, env, said) => {
  await using folder = await temporaryFolder('examples');
  const command = [process.execPath, join(import.meta.dirname, 'run.ts'), ...args];
  const variables = { ...account, ERPLY_API_URL: erply.url, ...env };
  const { code, stdout, output } = await run(command, { env: variables, cwd: folder.path });
  expect(output.trim().split('\n')).toEqual([expect.stringContaining(said)]);
  expect({ code: code > 0, stdout }).toEqual({ code: true, stdout: '' });
});

it('says what a program does, and with which options', async () => {
  const command = [process.execPath, join(import.meta.dirname, 'run.ts'), 'revenue', '--help'];
  const { code, stdout } = await run(command);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Revenue of a period.*--from 2025-12-01.*getsalesdocuments\n$/s);
});
