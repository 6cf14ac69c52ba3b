import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Browser, chromium, type Page } from 'playwright-core';

import { startMock } from '@erply-kit/mock';
import { repository } from '@erply-kit/tooling';

/** Where Debian and others put it; `CHROMIUM` names another one. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const screens = [
  { name: 'wide-light', colorScheme: 'light', width: 1280 },
  { name: 'wide-dark', colorScheme: 'dark', width: 1280 },
  { name: 'phone-light', colorScheme: 'light', width: 360 },
  { name: 'phone-dark', colorScheme: 'dark', width: 360 },
] as const;

/** How long the first run may take on a busy machine. */
const firstRunMs = 120_000;

/**
 * Looks at the page of `importer watch --listen` in a real browser. `SCREENSHOTS` names a folder for what it looks like.
 */
async function main(): Promise<number> {
  const executablePath = process.env.CHROMIUM ?? places.find((path) => existsSync(path));
  if (executablePath === undefined) {
    console.log('NO RUN: there is no Chromium; set CHROMIUM to its path');
    return 0;
  }
  await using watch = await startWatch();
  await using browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const findings: string[] = [];
  for (const screen of screens) findings.push(...(await lookAt(browser, watch.url, screen)));
  for (const finding of findings) console.error(finding);
  console.log(`${screens.length} screens, ${findings.length} findings`);
  return findings.length > 0 ? 1 : 0;
}

/** A shop, and the importer that watches it, with one full run done. */
async function startWatch(): Promise<AsyncDisposable & { readonly url: string }> {
  const erply = await startMock({ products: 2000, warehouses: 3 });
  const folder = mkdtempSync(join(tmpdir(), 'status-page-'));
  const env = {
    PATH: process.env.PATH,
    ...{
      ERPLY_CLIENT_CODE: '100001',
      ERPLY_USERNAME: 'demo',
      ERPLY_PASSWORD: 'demouser',
      ERPLY_API_URL: erply.url,
    },
  };
  const args = ['watch', '--every', '1h', '--listen', '127.0.0.1:0', '--log', 'json'];
  const child = spawn(process.execPath, [join(repository, 'apps/importer/src/cli.ts'), ...args], {
    cwd: folder,
    env,
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await erply.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const log = await readUntil(child.stderr, '"event":"runEnded"');
    const [, url = ''] = /"address":"([^"]+)"/.exec(log) ?? [];
    return { url, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readUntil(stream: NodeJS.ReadableStream, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let read = '';
    const late = setTimeout(
      () => reject(new Error(`no ${text} in ${firstRunMs / 1000} s:\n${read}`)),
      firstRunMs,
    );
    stream.setEncoding('utf8').on('data', (part: string) => {
      read += part;
      if (!read.includes(text)) return;
      clearTimeout(late);
      resolve(read);
    });
    stream.once('end', () => reject(new Error(`the importer ended:\n${read}`)));
  });
}

/** What is wrong with the page on one screen. */
async function lookAt(browser: Browser, url: string, screen: (typeof screens)[number]): Promise<string[]> {
  const { name, colorScheme, width } = screen;
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
  const page = await context.newPage();
  const findings: string[] = [];
  page.on('console', (message) => findings.push(`${name}: the browser says: ${message.text()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) findings.push(`${name}: asks for ${request.url()}`);
  });
  const answer = await page.goto(`${url}/`);
  if (answer?.status() !== 200) findings.push(`${name}: HTTP ${answer?.status()}`);
  findings.push(...(await problemsOf(page)).map((problem) => `${name}: ${problem}`));
  const folder = process.env.SCREENSHOTS;
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  await context.close();
  return findings;
}

interface Seen {
  readonly scrolls: boolean;
  readonly back: string;
  readonly isDark: boolean;
  readonly badge?: string;
  readonly bars: number;
  readonly lanes: number;
}

/** Runs in the browser: a text, since this program has no types of one. */
const look = `({
  scrolls: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  back: getComputedStyle(document.body).backgroundColor,
  isDark: matchMedia('(prefers-color-scheme: dark)').matches,
  badge: document.querySelector('.badge')?.textContent,
  bars: document.querySelectorAll('svg .bar').length,
  lanes: document.querySelectorAll('tbody tr').length,
})`;

async function problemsOf(page: Page): Promise<string[]> {
  const { scrolls, back, isDark, badge, bars, lanes } = (await page.evaluate(look)) as Seen;
  const isStyled = back === (isDark ? 'rgb(20, 24, 27)' : 'rgb(246, 247, 248)');
  return [
    ...(scrolls ? ['is wider than the screen'] : []),
    ...(isStyled ? [] : [`its style sheet is not applied: ${back}`]),
    ...(badge === 'up to date' ? [] : [`says "${badge}"`]),
    ...(bars > 0 ? [] : ['has no plot of the units']),
    ...(lanes >= 5 ? [] : [`has ${lanes} lanes`]),
  ];
}

process.exitCode = await main();
