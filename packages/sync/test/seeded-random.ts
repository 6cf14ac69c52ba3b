/** How many cases of a property to try: `count` in `pnpm test`, more in `pnpm test:deep`. */
export const cases = (count: number) => Math.round(count * Number(process.env.PROPERTY_SCALE ?? 1));

/** The seed to begin with, to be named when a property fails; PROPERTY_SEED repeats a run. */
export const firstSeed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Numbers from 0 to below 1 that depend on the seed alone. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
