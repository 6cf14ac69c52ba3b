import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun, propertySeed, type Random, randomOf, seededRandom } from './property.ts';

const drawn = (random: Random) => [
  ...Array.from({ length: 50 }, () => random.whole(-3, 1_000_000)),
  ...Array.from({ length: 50 }, () => random.chance(0.3)),
  random.pick(['a', 'b']),
];

test('a seed gives the same decisions each time, another seed others', () => {
  expect(drawn(seededRandom(7))).toEqual(drawn(seededRandom(7)));
  expect(drawn(seededRandom(7))).not.toEqual(drawn(seededRandom(8)));
});

test('numbers stay in their range and are as likely, chances keep their share', () => {
  const random = seededRandom(1);
  const numbers = Array.from({ length: 3000 }, () => random.whole(0, 2));
  for (const number of [0, 1, 2])
    expect(Math.abs(numbers.filter((one) => one === number).length - 1000)).toBeLessThan(150);
  const chances = Array.from({ length: 3000 }, () => random.chance(0.3)).filter(Boolean);
  expect(Math.abs(chances.length - 900)).toBeLessThan(150);
  expect(random.chance(0)).toBe(false);
  expect(random.chance(1)).toBe(true);
  expect(() => random.pick([])).toThrow('nothing to pick from');
});

test('a failure names its seed and its path, and the smallest case that fails', () => {
  const isSmall = fc.property(fc.gen(), (gen) => randomOf(gen).whole(0, 1000) < 700);
  const check = () => fc.assert(isSmall, propertyRun(100));
  expect(check).toThrow(new RegExp(`seed: ${propertySeed}, path: "`));
  expect(check).toThrow(/Counterexample: .*\b700\b/s);
});

test('a case that never ends is a failure', async () => {
  const endless = fc.asyncProperty(fc.gen(), () => new Promise<void>(() => {}));
  const run = { ...propertyRun(1), interruptAfterTimeLimit: 5 };
  await expect(fc.assert(endless, run)).rejects.toThrow(/interrupt/i);
});
