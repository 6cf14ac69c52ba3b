import { runForJson } from '@erply-kit/tooling';

import { type Bench, type BenchPart, type Figure, readingsOf } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';

/** Of the simulated shop; each call of a bulk request takes so long, a page of a hundred documents among them. */
const settings = { documents: 500_000, pollEverySeconds: 60, answerSeconds: 0.5 };
const maxRatio = 2;
const longMs = 30 * 60_000;

interface Freshness {
  readonly idle: readonly number[];
  readonly beside: readonly number[];
}

/** The value that 95 of 100 do not exceed. */
function p95(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

async function measure(installed: InstalledPackages): Promise<Figure[]> {
  const command = [process.execPath, installed.program('freshness'), JSON.stringify(settings)];
  const { idle, beside } = await runForJson<Freshness>(command, { timeoutMs: longMs });
  const [own, least] = [p95(beside), p95(idle)];
  return [
    {
      name: `seconds until a change is in the copy, p95 of ${beside.length}, while ${settings.documents} documents are read; a poll every ${settings.pollEverySeconds} s, simulated clock`,
      bar: `≤ ${maxRatio} × idle`,
      measured: `${own.toFixed(0)} s`,
      value: { amount: own * 1000, unit: 'ms' },
      floor: `idle, p95 of ${idle.length}: ${least.toFixed(0)} s`,
      ratio: own / least,
      isMet: own / least <= maxRatio,
    },
  ];
}

const part: BenchPart = {
  name: 'freshness during a long read',
  measure: async (installed) => readingsOf(await measure(installed)),
};

export const freshness: Bench = {
  name: 'freshness',
  about: 'how soon a change is in the copy while half a million documents are read for the first time',
  parts: [part],
  run: async ({ installed }) => measure(await installed()),
};
