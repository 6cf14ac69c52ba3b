import { runForJson } from '@erply-kit/tooling';

import type { Bench, BenchPart, Figure } from './bench.ts';
import type { InstalledPackages } from './installed-packages.ts';
import { medianOf } from './median.ts';
import { mb, ms } from './units.ts';

const imports = 7;

/** Ours, and what each of them cannot cost less than. */
const floors: Readonly<Record<string, string>> = {
  '@erply-kit/schemas': 'zod',
  '@erply-kit/client': 'undici',
  '@erply-kit/sync': 'zod',
  '@erply-kit/fixtures': '@faker-js/faker/locale/en',
  '@erply-kit/mock': 'hono',
};

interface Probe {
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly files: number;
}

function figureOf(name: string, probes: ReadonlyMap<string, readonly Probe[]>): Figure {
  const own = probes.get(name) ?? [];
  const text = (probe: readonly Probe[]) =>
    `${ms(medianOf(probe, (one) => one.cpuMs))}, ${mb(medianOf(probe, (one) => one.rssBytes))}`;
  const floor = floors[name];
  const measured = `${text(own)}, ${own[0]?.files} files`;
  if (floor === undefined) return { name: `import ${name}`, measured };
  const other = probes.get(floor) ?? [];
  const ratio = medianOf(own, (one) => one.cpuMs) / medianOf(other, (one) => one.cpuMs);
  return { name: `import ${name}`, measured, floor: `${floor}: ${text(other)}`, ratio };
}

const probe = (installed: InstalledPackages, name: string, ...args: string[]) =>
  runForJson<Probe>([process.execPath, installed.program('import-probe'), name, ...args]);

const partOf = (name: string): BenchPart => ({
  name: `import ${name}`,
  async measure(installed) {
    const { cpuMs, rssBytes } = await probe(installed, name);
    return [
      { name: `import ${name}`, amount: cpuMs, unit: 'ms' },
      { name: `memory of it, ${name}`, amount: rssBytes, unit: 'bytes' },
    ];
  },
});

export const importCost: Bench = {
  name: 'imports',
  about:
    'processor time and memory that importing each package costs a fresh process; floors: what they are built on',
  parts: Object.keys(floors).map(partOf),
  async run(context) {
    const installed = await context.installed();
    const names = [...Object.keys(floors), 'zod', 'hono', 'undici', '@faker-js/faker/locale/en'];
    const probes = new Map<string, Probe[]>();
    for (let round = 0; round < imports; round++) {
      for (const name of names) probes.set(name, [...(probes.get(name) ?? []), await probe(installed, name)]);
    }
    for (const [name, list] of probes) {
      // Counting hooks into the loader, which costs time of its own: a process apart.
      const { files } = await probe(installed, name, 'count');
      probes.set(
        name,
        list.map((one) => ({ ...one, files })),
      );
    }
    return names.map((name) => figureOf(name, probes));
  },
};
