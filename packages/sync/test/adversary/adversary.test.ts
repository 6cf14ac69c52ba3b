import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun, randomOf } from '@erply-kit/tooling/property';

import { liveThrough } from './live-through.ts';

test('a shop that changes while it is read, with faults and kills: nothing is removed that was there, and a run that is left alone ends with an equal copy', async () => {
  const endsEqual = fc.asyncProperty(fc.gen(), async (gen) => {
    expect(await liveThrough(randomOf(gen))).toEqual([]);
  });
  await fc.assert(endsEqual, propertyRun(100, 20));
});
