import { runForJson } from '@erply-kit/tooling';

import { logIn, post } from './api.ts';
import { type Bench, type BenchPart, type Figure, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { median, medianOf } from './median.ts';
import { pinned } from './pinned.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { mb } from './units.ts';

const rounds = 80;
const settlingRounds = 5;
const changed = 100_000;
const savesPerBulk = 100;

type Fields = Readonly<Record<string, string | number>>;
type Requests = Readonly<Record<string, Fields>>;

interface TimedRequests {
  readonly answers: readonly { readonly name: string; readonly totalMs: number }[];
}

const phrases = [
  'blue',
  'lamp',
  'ta',
  'ch',
  'er',
  'or 1',
  'no product has this',
  'x',
  'chair',
  'set',
  'in',
  'al',
];

const msText = (value: number) => `${value.toFixed(1)} ms`;
const inMs = (amount: number) => ({ amount, unit: 'ms' }) as const;

/** A server and the program that asks it, on a core each. */
interface Setting {
  readonly server: ServerProcess;
  readonly sessionKey: string;
  readonly program: readonly string[];
}

function bodyOf({ sessionKey }: Setting, fields: Fields): string {
  const all = Object.entries({ clientCode: 100001, sessionKey, ...fields });
  return new URLSearchParams(all.map(([name, value]): [string, string] => [name, String(value)])).toString();
}

const products = (fields: Fields): Fields => ({ request: 'getProducts', recordsOnPage: 100, ...fields });

/** Milliseconds of each request in the middle of all rounds; they go round, so that no two of one kind follow. */
async function timesOf(setting: Setting, requests: Requests): Promise<ReadonlyMap<string, number>> {
  const names = Object.keys(requests);
  const bodies = Object.fromEntries(
    Object.entries(requests).map(([name, fields]) => [name, bodyOf(setting, products(fields))]),
  );
  // Each round begins with another one, or what comes round in the server would always meet the same.
  const rotated = (round: number) => names.map((_, place) => names[(place + round) % names.length]);
  const order = Array.from({ length: rounds + settlingRounds }, (_, round) => rotated(round)).flat();
  const options = JSON.stringify({ url: setting.server.url, bodies, order });
  const { answers } = await runForJson<TimedRequests>([...setting.program, options]);
  const counted = answers.slice(settlingRounds * names.length);
  const timeOf = (name: string) =>
    medianOf(
      counted.filter((answer) => answer.name === name),
      ({ totalMs }) => totalMs,
    );
  return new Map(names.map((name) => [name, timeOf(name)]));
}

async function ask(setting: Setting, fields: Fields) {
  const answer = JSON.parse(await post(setting.server.url, bodyOf(setting, fields)));
  if (answer.status.errorCode !== 0) throw new Error(`refused with ${answer.status.errorCode}`);
  return answer;
}

/** The first use of something, which makes what all later uses share. */
async function firstUse(setting: Setting, fields: Fields): Promise<number> {
  const startedAt = performance.now();
  await ask(setting, products(fields));
  return performance.now() - startedAt;
}

/** A first use, and the longest that other requests had to wait for an answer meanwhile. */
async function firstUseBesideOthers(setting: Setting, fields: Fields) {
  let isDone = false;
  const use = firstUse(setting, fields).finally(() => {
    isDone = true;
  });
  let longestMs = 0;
  while (!isDone) {
    const startedAt = performance.now();
    await ask(setting, { request: 'getSessionKeyInfo' });
    longestMs = Math.max(longestMs, performance.now() - startedAt);
  }
  return { ms: await use, longestMs };
}

const tenPages: Requests = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [`ten ${index + 1}`, { pageNo: index + 1 }]),
);

async function onHundredThousand(setting: Setting): Promise<Figure[]> {
  const searchFirst = await firstUse(setting, { searchName: 'cotton' });
  const searches: number[] = [];
  // Each phrase once, since what is found is remembered; one record, since printing others is not a part of finding.
  for (const searchName of phrases) searches.push(await firstUse(setting, { searchName, recordsOnPage: 1 }));
  const times = await timesOf(setting, {
    'page 1': { pageNo: 1 },
    'page 900': { pageNo: 900 },
    thousand: { recordsOnPage: 1000 },
    ...tenPages,
  });
  const time = (name: string) => times.get(name) ?? Number.NaN;
  const ten = Object.keys(tenPages).reduce((sum, name) => sum + time(name), 0);
  const depth = time('page 1') / time('page 900');
  const wide = time('thousand') / ten;
  return [
    {
      name: 'page 900 of 1000, speed beside page 1',
      bar: '≥ 0.9 × page 1',
      measured: msText(time('page 900')),
      value: inMs(time('page 900')),
      floor: `page 1: ${msText(time('page 1'))}`,
      ratio: depth,
      isMet: depth >= 0.9,
    },
    {
      name: 'one page of 1000',
      bar: '≤ 0.6 × ten pages of 100',
      measured: msText(time('thousand')),
      value: inMs(time('thousand')),
      floor: `ten pages: ${msText(ten)}`,
      ratio: wide,
      isMet: wide <= 0.6,
    },
    {
      name: `searchName over 100,000 products, ${phrases.length} phrases`,
      bar: '≤ 20 ms',
      measured: `median ${msText(median(searches))}, longest ${msText(Math.max(...searches))}`,
      value: inMs(median(searches)),
      isMet: median(searches) <= 20,
    },
    { name: 'the first search of all', measured: msText(searchFirst), value: inMs(searchFirst) },
  ];
}

/** A time since which some 100 products were changed. */
async function recently(setting: Setting): Promise<{ changedSince: number; hits: number }> {
  const { records } = await ask(setting, products({}));
  const changedSince = Number(records.at(-1).lastModified);
  const { status } = await ask(setting, products({ changedSince }));
  return { changedSince, hits: Number(status.recordsTotal) };
}

/** Renames products, as many as are to be changed. */
async function change(setting: Setting): Promise<void> {
  for (let first = 1; first <= changed; first += savesPerBulk) {
    const saves = Array.from({ length: savesPerBulk }, (_, index) => ({
      requestName: 'saveProduct',
      requestID: index,
      productID: first + index,
      name: `Renamed ${first + index}`,
    }));
    const { requests } = await ask(setting, { requests: JSON.stringify(saves) });
    const refused = requests.find((one: { status: { errorCode: number } }) => one.status.errorCode !== 0);
    if (refused !== undefined) throw new Error(`a save was refused with ${refused.status.errorCode}`);
  }
}

/** The CSV report of the stock of all products: its link, and its bytes. */
async function report(setting: Setting): Promise<Figure[]> {
  const peakBefore = setting.server.peakRssBytes();
  const startedAt = performance.now();
  const { records } = await ask(setting, { request: 'getProductStock', responseType: 'CSV' });
  const linkMs = performance.now() - startedAt;
  const { body } = await fetch(records[0].reportLink);
  if (body === null) throw new Error('the report is empty');
  const chunks = body[Symbol.asyncIterator]();
  await chunks.next();
  const firstByteMs = performance.now() - startedAt;
  while (!(await chunks.next()).done);
  const totalMs = performance.now() - startedAt;
  const growth = setting.server.peakRssBytes() - peakBefore;
  return [
    {
      name: 'CSV of the stock of 1,000,000 products: first byte, from the request of its link',
      bar: '≤ 300 ms',
      measured: `${msText(firstByteMs)}, of which its link ${msText(linkMs)}; all of it ${msText(totalMs)}`,
      value: inMs(firstByteMs),
      isMet: firstByteMs <= 300,
    },
    {
      name: 'growth of the peak RSS by it',
      bar: '≤ 64 MB',
      measured: mb(growth),
      isMet: growth <= 64 * 1024 * 1024,
    },
  ];
}

const byName = { orderBy: 'name', orderByDir: 'asc' };

/** What needs a key of every record: an order and a search, each for the first time. */
async function firstUses(setting: Setting): Promise<Figure[]> {
  const { server } = setting;
  const idleBytes = server.rssBytes();
  const order = await firstUseBesideOthers(setting, byName);
  const orderedBytes = server.rssBytes();
  const search = await firstUseBesideOthers(setting, { searchName: 'cotton', recordsOnPage: 1 });
  const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`;
  const longestMs = Math.max(order.longestMs, search.longestMs);
  return [
    {
      name: 'first page by name of 1,000,000',
      bar: '≤ 5 s',
      measured: `${seconds(order.ms)}, RSS from ${mb(idleBytes)} to ${mb(orderedBytes)}`,
      value: inMs(order.ms),
      isMet: order.ms <= 5000,
    },
    {
      name: 'first search of 1,000,000',
      bar: '≤ 5 s',
      measured: `${seconds(search.ms)}, RSS then ${mb(server.rssBytes())}`,
      value: inMs(search.ms),
      isMet: search.ms <= 5000,
    },
    {
      name: 'the longest that another request waited meanwhile',
      bar: '≤ 50 ms',
      measured: msText(longestMs),
      value: inMs(longestMs),
      isMet: longestMs <= 50,
    },
  ];
}

/** Since when some 100 products have changed. */
async function sinceFigure(setting: Setting): Promise<Figure> {
  const { changedSince, hits } = await recently(setting);
  const times = await timesOf(setting, { page: {}, changes: { changedSince } });
  const [page = Number.NaN, changes = Number.NaN] = [times.get('page'), times.get('changes')];
  return {
    name: 'changedSince hitting some 100 of 1,000,000',
    bar: '≤ 1.5 × a page of 100',
    measured: `${msText(changes)}, ${hits} hits`,
    value: inMs(changes),
    floor: `a page: ${msText(page)}`,
    ratio: changes / page,
    isMet: changes / page <= 1.5,
  };
}

const pages: Requests = {
  page: {},
  byID: { orderBy: 'productID' },
  byName,
  deep: { ...byName, pageNo: 9000 },
};

/** Pages of an account that has renamed a tenth of its products, in turns with those of one that has not. */
async function changes(setting: Setting): Promise<Figure[]> {
  const clientCode = 100002;
  const unchanged = { clientCode, sessionKey: await logIn(setting.server.url, clientCode) };
  await change(setting);
  const names = Object.keys(pages);
  const others = names.map((name) => [`unchanged ${name}`, { ...pages[name], ...unchanged }] as const);
  const times = await timesOf(setting, { ...pages, ...Object.fromEntries(others) });
  const time = (name: string) => times.get(name) ?? Number.NaN;
  const least = Math.min(...names.map((name) => time(`unchanged ${name}`) / time(name)));
  const rssBytes = setting.server.rssBytes();
  const texts = (before: string) => names.map((name) => `${name} ${msText(time(before + name))}`).join(', ');
  return [
    {
      name: `pages with ${changed} products renamed, the slowest beside that of an unchanged account`,
      bar: '≥ 0.7 × unchanged',
      measured: texts(''),
      value: inMs(Math.max(...names.map(time))),
      floor: texts('unchanged '),
      ratio: least,
      isMet: least >= 0.7,
    },
    { name: 'RSS then', measured: mb(rssBytes), value: { amount: rssBytes, unit: 'bytes' } },
  ];
}

async function onMillion(setting: Setting): Promise<Figure[]> {
  const csv = await report(setting);
  return [...(await firstUses(setting)), await sinceFigure(setting), ...(await changes(setting)), ...csv];
}

/** What is measured, by the number of products. */
const shops = { '100000': onHundredThousand, '1000000': onMillion } as const;
const sizes = ['100000', '1000000'] as const;
type Size = (typeof sizes)[number];

async function measureFresh(installed: InstalledPackages, size: Size): Promise<Figure[]> {
  const options = ['--products', size, '--quota', '100000000'];
  await using server = await startServer(installed.mock(...options), await pinned(0));
  const program = [...(await pinned(1)), process.execPath, installed.program('timed-requests')];
  return await shops[size]({ server, sessionKey: await logIn(server.url), program });
}

const partOf = (size: Size): BenchPart => ({
  name: `finding, ${Number(size).toLocaleString('en')} products`,
  measure: async (installed) => readingsOf(await measureFresh(installed, size)),
});

export const finding: Bench = {
  name: 'finding',
  about: 'deep pages, wide pages, searches, changes and orders of 100,000 and 1,000,000 products',
  parts: sizes.map(partOf),
  async run(context) {
    const installed = await context.installed();
    const figures: Figure[] = [];
    for (const size of sizes) figures.push(...(await measureFresh(installed, size)));
    return figures;
  },
};
