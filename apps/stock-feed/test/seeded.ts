/** How many times more cases the property tests run. */
const scale = Number(process.env.PROPERTY_SCALE ?? 1);

/** Random numbers that depend on the seed only. */
export interface Random {
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  /** One of these. */
  pick<TValue>(values: readonly TValue[]): TValue;
}

function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { whole, pick: (values) => values[whole(0, values.length - 1)]! };
}

/** Runs a case for each seed from 1; a failure names its seed. */
export async function forSeeds(
  count: number,
  run: (random: Random, seed: number) => void | Promise<void>,
): Promise<void> {
  for (let seed = 1; seed <= count * scale; seed++) {
    try {
      await run(randomOf(seed), seed);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  }
}

const nastyParts = [
  '"',
  ',',
  ';',
  '\n',
  '\r',
  '\r\n',
  '\u2028',
  'é',
  'Ж',
  '🧦',
  ' ',
  'A',
  '0',
  "'",
  '\t',
  '=1+1',
  '\\',
];

/** A text of what breaks careless writers. */
export function nastyText(random: Random): string {
  return Array.from({ length: random.whole(0, 8) }, () => random.pick(nastyParts)).join('');
}
