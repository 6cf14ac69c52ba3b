/**
 * Reads `stock.csv` with the tools that people use, and compares every row and code: what the table "Reading it" of
 * docs/stock-feed.md says. Outside continuous integration: it installs packages into a temporary folder, and a tool
 * that is not on this machine is not run.
 *
 *   node scripts/read-feed-with-others.ts [TOOL …]
 */

import { chmod, cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { repository, run, temporaryFolder } from '@erply-kit/tooling';

import { compareRows } from './read-feed-with-others/compare.ts';
import { type Feed, makeFeeds } from './read-feed-with-others/make-feeds.ts';
import { npmPackages, pythonPackages, type Tool, tools } from './read-feed-with-others/tools.ts';

const longestRunMs = 10 * 60 * 1000;

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const chosen = tools.filter(({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()));
await using place = await temporaryFolder('read-feed');
// PostgreSQL runs as a user of its own, from the packages in there.
await chmod(place.path, 0o755);
await cp(join(repository, 'scripts/read-feed-with-others/programs'), place.path, { recursive: true });
await install(['npm', 'install', '--no-save', '--silent', ...npmPackages]);
await install(['python3', '-m', 'venv', 'venv']);
await install(['venv/bin/pip', 'install', '--quiet', ...pythonPackages]);
const feeds = await makeFeeds(place.path);
for (const tool of chosen) console.log(`${tool.name} | ${await answerOf(tool)}`);

async function install(command: readonly string[]): Promise<void> {
  const { code, output } = await run(command, { cwd: place.path, timeoutMs: longestRunMs });
  if (code !== 0) console.log(`${command.join(' ')}: ended with code ${code}\n${output.trim()}`);
}

async function answerOf(tool: Tool): Promise<string> {
  const version = await run(tool.version, { cwd: place.path });
  if (version.code !== 0) return 'not run: it is not installed';
  const answers = [];
  for (const feed of feeds) answers.push(`${feed.name}: ${await readingOf(tool, feed)}`);
  return [version.output.trim().split('\n')[0], ...answers].join(' | ');
}

async function readingOf(tool: Tool, feed: Feed): Promise<string> {
  const scratch = join(place.path, `${tool.name}-${feed.name}`.replaceAll(/\W/g, '-'));
  await mkdir(scratch);
  const printed = join(scratch, 'rows.txt');
  const command = tool.read(join(feed.folder, 'stock.csv'), { programs: place.path, scratch });
  const intoFile = ['sh', '-c', 'exec "$@" > "$0"', printed, ...command];
  const { code, output } = await run(intoFile, { cwd: place.path, timeoutMs: longestRunMs });
  if (code !== 0) return `failed: ${output.split('\n').find((line) => /error/i.test(line)) ?? output.trim()}`;
  const { rows, wrong, firstWrong } = await compareRows(join(feed.folder, 'stock.ndjson'), printed);
  return wrong === 0 ? `all ${rows} rows` : `${wrong} of ${rows} rows differ, the first at ${firstWrong}`;
}
