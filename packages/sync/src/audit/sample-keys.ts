import { allKeys } from '../compare/all-keys.ts';
import type { ReadableSink, RowKey } from '../readable-sink.ts';
import type { Sample } from './audit-options.ts';

/** Random keys of a lane, each as likely as any other: all of them where there are no more. */
export async function sampleKeys<TRow extends RowKey>(
  sink: Pick<ReadableSink<TRow>, 'listKeys'>,
  lane: string,
  { size, random }: Sample,
): Promise<RowKey[]> {
  const chosen: RowKey[] = [];
  let met = 0;
  for await (const keys of allKeys(sink, lane))
    for (const key of keys) {
      met += 1;
      // Reservoir sampling: how many keys there are need not be known before.
      const place = chosen.length < size ? chosen.length : Math.floor(random() * met);
      if (place < size) chosen[place] = key;
    }
  return chosen;
}

/**
 * The share of wrong rows, from 0 to 1, of which a sample that found none would have met one 19 times of 20: with
 * fewer of them, it may well have missed them all.
 */
export function detectableShareOf(looked: number, rows: number): number {
  if (looked >= rows) return 0;
  return looked === 0 ? 1 : 1 - 0.05 ** (1 / looked);
}
