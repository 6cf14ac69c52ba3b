import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { expect, it } from 'vitest';

import { propertyScale, propertySeed as seed } from '@erply-kit/tooling/property';

const program = fileURLToPath(new URL('run-suite.ts', import.meta.url));

/** Less than a small container gives, and enough: nothing here may keep what a server sends. */
const heapMegabytes = 64;
const maxRssKilobytes = 256 * 1024;

interface Summary {
  readonly ways: number;
  readonly cases: number;
  readonly maxRssKilobytes: number;
}

it('ends each call of a hostile server in time, as what it is, without a secret, a socket, a timer or much memory left', async () => {
  // Half of the time would go into collecting what is young, were its space as small as the heap asks for by itself.
  const heap = [`--max-old-space-size=${heapMegabytes}`, '--max-semi-space-size=8'];
  const args = [...heap, program, String(seed), String(propertyScale)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  const summary = lines.at(-1) as Summary;
  expect(lines.slice(0, -1), `PROPERTY_SEED=${seed}`).toEqual([]);
  expect(summary.ways).toBeGreaterThanOrEqual(600);
  expect(summary.cases).toBeGreaterThanOrEqual(Math.floor(summary.ways / (propertyScale > 1 ? 1 : 3)));
  expect(summary.maxRssKilobytes, `PROPERTY_SEED=${seed}`).toBeLessThanOrEqual(maxRssKilobytes);
});
