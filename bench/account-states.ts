import { join } from 'node:path';

import { runForJson } from '@erply-kit/tooling';

import { type Bench, type BenchPart, type Figure, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { median } from './median.ts';
import { emulate } from './peers/emulate.ts';
import { installPeers } from './peers/install-peers.ts';
import { writeProducts, writeState } from './peers/products.ts';
import { pinned } from './pinned.ts';
import { startServer } from './server-process.ts';
import { SkippedBench } from './skipped-bench.ts';

/** Products of the other fake: with 100,000 it takes ten times as long. */
const peerProducts = 10_000;
const changed = 100;
const longMs = 10 * 60_000;

type Times = Readonly<Record<string, readonly number[]>>;

const bars: Readonly<Record<string, number>> = { fork: 1, snapshot: 2, restore: 2, reset: 2 };

const text = (times: readonly number[]) => `${median(times).toFixed(3)} ms`;

async function measureOurs(installed: InstalledPackages): Promise<Times> {
  const program = installed.program('account-states');
  const command = [...(await pinned(1)), process.execPath, program, String(changed)];
  return await runForJson<Times>(command, { timeoutMs: longMs });
}

/** `undefined` where the other fake cannot be installed. */
async function measurePeer(installed: InstalledPackages): Promise<Times | undefined> {
  try {
    using peers = await installPeers([emulate.package]);
    await using server = await startServer(installed.mock('--products', String(peerProducts)));
    const products = await writeProducts(server.url, peerProducts, peers.folder);
    const file = await writeState(products, peerProducts);
    const program = join(peers.folder, 'programs/emulate-states.js');
    const command = [...(await pinned(1)), process.execPath, program, file, String(changed)];
    return await runForJson<Times>(command, { timeoutMs: longMs });
  } catch (error) {
    if (error instanceof SkippedBench) return undefined;
    throw error;
  }
}

function figuresOf(ours: Times, peer: Times | undefined): Figure[] {
  return Object.entries(ours).map(([name, times]) => {
    const barMs = bars[name] ?? 0;
    const own = median(times);
    const floor = peer?.[name];
    return {
      name: `${name}, ${changed} changed records of 100,000 products`,
      bar: `≤ ${barMs} ms`,
      measured: text(times),
      value: { amount: own, unit: 'ms' },
      ...(floor === undefined
        ? {}
        : { floor: `emulate, ${peerProducts} products: ${text(floor)}`, ratio: own / median(floor) }),
      isMet: own <= barMs,
    };
  });
}

const part: BenchPart = {
  name: 'states of an account',
  measure: async (installed) => readingsOf(figuresOf(await measureOurs(installed), undefined)),
};

export const accountStates: Bench = {
  name: 'account-states',
  about: 'fork, snapshot, restore and reset of an account of 100,000 products; floor: emulate with 10,000',
  parts: [part],
  async run(context) {
    const installed = await context.installed();
    return figuresOf(await measureOurs(installed), await measurePeer(installed));
  },
};
