// The apps as npm installs them, and a copy of their folder alone: from another folder, with no package to be found there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { startMock } from '@erply-kit/mock';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'erply-kit-apps-'));
const erply = await startMock({ products: 50, warehouses: 2 });
const account = { ERPLY_CLIENT_CODE: '100001', ERPLY_USERNAME: 'demo', ERPLY_PASSWORD: 'demouser' };
const env = { PATH: process.env.PATH, ...account, ERPLY_API_URL: erply.url };

async function run(...command) {
  const [file, ...args] = command;
  const program = spawn(file, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [stdout, [code]] = await Promise.all([text(program.stdout), once(program, 'exit')]);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with code ${code}`);
  return stdout;
}

/** Copies the shop, once more, and into a file, which two workers do. */
async function useApps(importer, stockFeed, name) {
  const database = `${name}.db`;
  await run(...importer, 'run', '--json', '--database', `sqlite:${database}`);
  await run(...importer, 'backup', `${name}-copy.db`, '--database', `sqlite:${database}`);
  const copy = new DatabaseSync(join(folder, `${name}-copy.db`), { readOnly: true });
  const { found } = copy.prepare('SELECT count(*) AS found FROM products').get();
  copy.close();
  if (found !== 50) throw new Error(`${name}: ${found} products came, not 50`);
  await run(...stockFeed, 'run', '--out', name);
  const lines = readFileSync(join(folder, name, 'stock.csv'), 'utf8')
    .trim()
    .split('\n').length;
  if (lines < 40) throw new Error(`${name}: the feed has ${lines} lines`);
}

const installed = (program) => [join(modules, '.bin', program)];

/** An older Node gets one line. */
async function expectRefusal(program) {
  const child = spawn(program, ['--help'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  if (code !== 1 || !/^[\w-]+: Node \S+ is too old: Node 24 or newer is needed\n$/.test(stderr))
    throw new Error(`${program} ended with code ${code} on this Node: ${stderr}`);
}

async function useAll() {
  await useApps(installed('erply-importer'), installed('erply-stock-feed'), 'installed');
  const copied = (app) => {
    cpSync(join(modules, '@erply-kit', app, 'dist'), join(folder, app), {
      recursive: true,
      dereference: true,
    });
    return [process.execPath, join(folder, app, 'cli.js')];
  };
  await useApps(copied('importer'), copied('stock-feed'), 'copied');
  for (const app of ['importer', 'stock-feed'])
    if (existsSync(join(modules, '@erply-kit', app, 'node_modules')))
      throw new Error(`${app} brought packages along`);
}

try {
  if (Number.parseInt(process.versions.node, 10) >= 24) await useAll();
  else for (const name of ['erply-importer', 'erply-stock-feed']) await expectRefusal(...installed(name));
} finally {
  await erply[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}
