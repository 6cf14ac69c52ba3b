import type { SyncClient } from './lane.ts';

export interface Usage {
  /** HTTP requests. */
  readonly requests: number;
  readonly costUnits: number;
}

/** What a client has used from now on. */
export function usageSince(client: Pick<SyncClient, 'usage'>): () => Usage {
  const before = client.usage();
  return () => {
    const now = client.usage();
    // Units come in tenths, whose sums are not exact in binary.
    const costUnits = Math.round((now.costUnits - before.costUnits) * 10) / 10;
    return { requests: now.requests - before.requests, costUnits };
  };
}
