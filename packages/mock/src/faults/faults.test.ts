import { expect, it } from 'vitest';

import { Chaos } from './chaos.ts';
import { Faults } from './faults.ts';
import type { FaultCandidate } from './match.ts';

const candidate: FaultCandidate = {
  kind: 'single',
  request: 'getBrands',
  hasSession: true,
  valuesOf: () => [],
};

/** Effects of the next requests: of rules, and of chaos. */
const next = (faults: Faults, count: number) =>
  Array.from({ length: count }, () => [
    faults.take(candidate).map(({ id }) => id),
    faults.chaos?.roll(candidate, (roll) => (roll * 37) % 100)?.name,
  ]);

it('saves rules, counters and dice as JSON, and goes on from there', () => {
  const faults = new Faults();
  faults.add({ match: { nth: 5 }, times: 2, effect: { errorCode: 1002 } });
  faults.add({ times: 4, effect: { latencyMs: 5 } });
  faults.chaos = new Chaos({ seed: 1, percent: { emptyBody: 40, 'httpStatus:503': 20 } });
  next(faults, 3);
  const saved = JSON.parse(JSON.stringify(faults.save()));
  const expected = next(faults, 10);
  const restored = new Faults();
  restored.load(saved);
  expect(restored.save()).toEqual(saved);
  expect(next(restored, 10)).toEqual(expected);
  faults.load(saved);
  expect(next(faults, 10)).toEqual(expected);
  expect(faults.add({ effect: { emptyBody: true } })).toBe(3);
  expect(restored.save()).toEqual({ ...faults.save(), rules: restored.save().rules, nextID: 3 });
});

it('counts nothing for a fault that is given back', () => {
  const faults = new Faults();
  faults.add({ times: 1, effect: { emptyBody: true } });
  faults.take(candidate)[0]?.giveBack();
  expect(faults.list()[0]?.fired).toBe(0);
  expect(faults.take(candidate)).toHaveLength(1);
  expect(faults.take(candidate)).toEqual([]);
});

it('knows what it takes of the memory', () => {
  const faults = new Faults();
  expect(faults.bytes).toBe(0);
  faults.add({ effect: { httpStatus: 503, body: 'x'.repeat(10_000) } });
  const { bytes } = faults;
  expect(bytes).toBeGreaterThan(10_000);
  const other = new Faults();
  other.load(faults.save());
  expect(other.bytes).toBe(bytes);
  faults.clear();
  expect(faults.bytes).toBe(0);
});
