/** How many cases of a property to try: `count` in `pnpm test`, more in `pnpm test:deep`. */
export const cases = (count: number) => Math.round(count * Number(process.env.PROPERTY_SCALE ?? 1));

/** A source of random numbers and its seed, to be named when a property fails; PROPERTY_SEED repeats a run. */
export function seededRandom(
  seed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31)),
) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return { seed, random };
}
