import type { SyncClient } from './lane.ts';

export interface Usage {
  /** HTTP requests. */
  readonly requests: number;
  readonly costUnits: number;
  readonly seconds?: number;
}

export const noUsage: Required<Usage> = { requests: 0, costUnits: 0, seconds: 0 };

export function addUsage(one: Usage, other: Usage): Required<Usage> {
  return {
    requests: one.requests + other.requests,
    costUnits: roundUnits(one.costUnits + other.costUnits),
    seconds: (one.seconds ?? 0) + (other.seconds ?? 0),
  };
}

/** Units come in tenths, whose sums are not exact in binary. */
export const roundUnits = (units: number) => Math.round(units * 10) / 10;

/** What a client has used from now on. */
export function usageSince(client: Pick<SyncClient, 'usage'>): () => Usage {
  const before = client.usage();
  return () => {
    const now = client.usage();
    const costUnits = roundUnits(now.costUnits - before.costUnits);
    return { requests: now.requests - before.requests, costUnits };
  };
}
