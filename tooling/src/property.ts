import type { Parameters } from 'fast-check';

/** How many times more cases than in `pnpm test`: `PROPERTY_SCALE`, which `pnpm test:deep` sets. */
export const propertyScale = Number(process.env.PROPERTY_SCALE ?? 1);

/** The seed of this run: `PROPERTY_SEED` repeats one, a failure names it. */
export const propertySeed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** `count` cases in `pnpm test`, more in `pnpm test:deep`; never none. */
export const caseCount = (count: number) => Math.max(1, Math.round(count * propertyScale));

/** How long the cases of one property may take in `pnpm test`, with the search for the smallest that fails. */
const longestMs = 300_000;

/**
 * How fast-check runs a property: `fc.assert(property, propertyRun(100))`. A failure prints seed and path, and the
 * smallest case that still fails; one that takes too long fails as well.
 */
export function propertyRun(count: number): Parameters<never> & Pick<Parameters, 'seed' | 'numRuns'> {
  return {
    numRuns: caseCount(count),
    seed: propertySeed,
    interruptAfterTimeLimit: longestMs * Math.max(1, propertyScale),
    markInterruptAsFailure: true,
  };
}
