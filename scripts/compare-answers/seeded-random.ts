import { createHash } from 'node:crypto';

/** Numbers from 0 to below 1, the same for a seed on every machine. */
export function seededRandom(seed: number): () => number {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`${seed} ${count}`).digest().readUInt32LE() / 2 ** 32;
  };
}
