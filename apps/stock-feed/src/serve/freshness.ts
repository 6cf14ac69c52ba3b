/** Whether the feed still follows the shop. */
export interface Freshness {
  /** A read has ended well: what is served is right as of its beginning. */
  confirm(startedAtMs: number): void;
  read(): { readonly status: 'starting' | 'fresh' | 'stale'; readonly ageSeconds: number | undefined };
}

/**
 * @param maxAgeMs above which a feed is stale
 * @param now this machine's clock, so that another one at Erply does not make a feed older than it is
 */
export function createFreshness(maxAgeMs: number, now: () => number): Freshness {
  let confirmedMs: number | undefined;
  return {
    confirm(startedAtMs) {
      confirmedMs = startedAtMs;
    },
    read() {
      if (confirmedMs === undefined) return { status: 'starting', ageSeconds: undefined };
      const ageMs = Math.max(0, now() - confirmedMs);
      return { status: ageMs > maxAgeMs ? 'stale' : 'fresh', ageSeconds: Math.round(ageMs / 1000) };
    },
  };
}
