import type { FormCase } from './form-case.ts';
import { randomCases } from './random-cases.ts';
import { writtenCases } from './written-cases.ts';

const seed = 1;
const randomCount = 1500;

/** A linear congruential generator: plain, and the same everywhere. */
function createBelow(start: number) {
  let state = start;
  return (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * bound);
  };
}

/** Every request that PHP is asked, always the same. */
export const formCases = (): FormCase[] => [...writtenCases, ...randomCases(randomCount, createBelow(seed))];
