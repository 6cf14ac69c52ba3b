import fc from 'fast-check';

/** How many times more cases than in `pnpm test`: `PROPERTY_SCALE`, which `pnpm test:deep` sets. */
export const propertyScale = Number(process.env.PROPERTY_SCALE ?? 1);

/** The seed of this run: `PROPERTY_SEED` repeats one, a failure names it. */
export const propertySeed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));

/**
 * So many cases: `count` times the scale, never none.
 *
 * @param quick How many in `pnpm test`, where fewer do and cases are dear: `pnpm test:deep` runs as many as without it.
 * @default `count`
 */
export const caseCount = (count: number, quick = count) =>
  Math.max(1, Math.round((propertyScale > 1 ? count : quick) * propertyScale));

/** How long all cases of one property may take in `pnpm test`, with the search for the smallest that fails. */
const longestMs = 120_000;

/**
 * How fast-check runs a property: `fc.assert(property, propertyRun(100))`. A failure prints seed and path, and the
 * smallest case that still fails; a run that takes too long is a failure as well. The counts are those of `caseCount`.
 */
export function propertyRun(count: number, quick = count) {
  return {
    numRuns: caseCount(count, quick),
    seed: propertySeed,
    interruptAfterTimeLimit: longestMs * Math.max(1, propertyScale),
    markInterruptAsFailure: true,
  };
}

/** What a case decides while it runs. When it fails, fast-check looks for smaller numbers and earlier choices. */
export interface Random {
  /** A whole number from `least` to `most`, each as likely. */
  whole(least: number, most: number): number;
  /** True in this share of cases, from 0 to 1. */
  chance(share: number): boolean;
  /** One of these. Throws when there is none. */
  pick<TValue>(values: readonly TValue[]): TValue;
}

type Builder = () => fc.Arbitrary<number>;

/** By range. fast-check finds an arbitrary by its builder at once, but by its arguments only one after the other. */
const builders = new Map<string, Builder>();

function wholeNumbers(min: number, max: number): Builder {
  const range = `${min} ${max}`;
  const known = builders.get(range);
  if (known) return known;
  const numbers = fc.noBias(fc.integer({ min, max }));
  const builder = () => numbers;
  builders.set(range, builder);
  return builder;
}

/** The decisions of `fc.gen()`, for a property whose case cannot be made before it runs. */
export function randomOf(gen: fc.GeneratorValue): Random {
  return deciding((least, most) => gen(wholeNumbers(least, most)));
}

const blockSize = 4096;
/** One value of fast-check holds a whole block: it jumps ahead in its generator before each value. */
const blocks = fc.array(fc.noBias(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), {
  ...{ minLength: blockSize, maxLength: blockSize },
});

/**
 * Decisions that follow from a seed, without a search for smaller ones: for trials of real processes, whose moments are
 * never the same twice, and for millions of decisions. It keeps none of them.
 */
export function seededRandom(seed = propertySeed): Random {
  let block: number[] = [];
  let nextSeed = seed;
  const nextFraction = () => {
    if (block.length === 0) {
      const [numbers = []] = fc.sample(blocks, { seed: nextSeed, numRuns: 1 });
      [nextSeed = 0, ...block] = numbers;
    }
    return ((block.pop() ?? 0) + 2 ** 31) / 2 ** 32;
  };
  return deciding((least, most) => least + Math.floor(nextFraction() * (most - least + 1)));
}

function deciding(whole: Random['whole']): Random {
  return {
    whole,
    chance: (share) => whole(0, 999_999) >= 1_000_000 * (1 - share),
    pick(values) {
      if (values.length === 0) throw new RangeError('there is nothing to pick from');
      return values[whole(0, values.length - 1)] as (typeof values)[number];
    },
  };
}
