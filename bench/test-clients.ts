import { runForJson } from '@erply-kit/tooling';

import { type Bench, type Figure, type Reading, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { medianOf } from './median.ts';
import { ms, perSecond } from './units.ts';

const clients = 64;
const rounds = 10;
const accounts = 1000;
const products = 1000;
const starts = 9;
const maxAccountBytes = 20 * 1024;
const maxReadyMs = 50;

interface Start {
  readonly readyMs: number;
  readonly loginMs: number;
}

interface Clients {
  readonly wrong: number;
  readonly requestsPerSecond: number;
  readonly accountBytes: number;
}

const start = (installed: InstalledPackages, ...args: readonly string[]) =>
  runForJson<Start>([process.execPath, installed.program('start-in-process'), ...args]);

async function useClients(installed: InstalledPackages, count: number): Promise<Clients> {
  const options = JSON.stringify({ clients: count, rounds, accounts: count === 1 ? 1 : accounts, products });
  const program = installed.program('test-clients');
  const used = await runForJson<Clients>([process.execPath, '--expose-gc', program, options]);
  if (used.wrong > 0) throw new Error(`${used.wrong} readings of ${count} clients were not their own`);
  return used;
}

function startFigures(own: readonly Start[], floor: readonly Start[]): Figure[] {
  const ready = medianOf(own, ({ readyMs }) => readyMs);
  const login = medianOf(own, ({ loginMs }) => loginMs);
  const floorReady = medianOf(floor, ({ readyMs }) => readyMs);
  const floorLogin = medianOf(floor, ({ loginMs }) => loginMs);
  return [
    {
      name: 'startMock() in a process that has imported it, until it listens',
      bar: `≤ ${maxReadyMs} ms`,
      measured: ms(ready),
      value: { amount: ready, unit: 'ms' },
      floor: `empty Hono: ${ms(floorReady)}`,
      ratio: ready / floorReady,
      isMet: ready <= maxReadyMs,
    },
    {
      name: 'until it has answered the first login',
      measured: ms(login),
      value: { amount: login, unit: 'ms' },
      floor: `empty Hono: ${ms(floorLogin)}`,
      ratio: login / floorLogin,
    },
  ];
}

function clientFigures(many: Clients, one: Clients): Figure[] {
  return [
    {
      name: `${clients} test clients on ${clients} codes, all at once`,
      measured: perSecond(many.requestsPerSecond),
      value: { amount: many.requestsPerSecond, unit: 'perSecond' },
      floor: `one client: ${perSecond(one.requestsPerSecond)}`,
      ratio: many.requestsPerSecond / one.requestsPerSecond,
    },
    {
      name: `memory of a clean account, of ${accounts} that logged in and read`,
      bar: `≤ ${maxAccountBytes / 1024} KB`,
      measured: `${(many.accountBytes / 1024).toFixed(1)} KB`,
      value: { amount: many.accountBytes, unit: 'bytes' },
      isMet: many.accountBytes <= maxAccountBytes,
    },
  ];
}

async function measure(installed: InstalledPackages, startCount: number): Promise<Figure[]> {
  const own: Start[] = [];
  const floor: Start[] = [];
  for (let round = 0; round < startCount; round += 1) {
    own.push(await start(installed));
    floor.push(await start(installed, 'floor'));
  }
  const one = await useClients(installed, 1);
  const many = await useClients(installed, clients);
  return [...startFigures(own, floor), ...clientFigures(many, one)];
}

const measureSide = async (installed: InstalledPackages): Promise<Reading[]> =>
  readingsOf(await measure(installed, 1));

export const testClients: Bench = {
  name: 'test-clients',
  parts: [{ name: 'test-clients', measure: measureSide }],
  about: `startMock() in a test's process, ${clients} test clients at once, memory of an account; floors: Hono, one client`,
  run: async (context) => measure(await context.installed(), starts),
};
