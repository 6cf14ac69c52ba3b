import { askPage } from '../api.ts';
import { checkPage } from './check-page.ts';
import type { Contestant } from './contestant.ts';

/** What a start on all cores may take. */
export const maxStartMs = 60_000;

/** One start of a contestant, until the last byte of its first page. */
export interface Start {
  readonly pageMs: number;
  readonly rssBytes: number;
  readonly peakRssBytes: number;
}

/** Starts a contestant, on all cores, and ends it after its first page. */
export async function firstStart(contestant: Contestant, firstIDs: readonly number[]): Promise<Start> {
  await using server = await contestant.start({ timeoutMs: maxStartMs });
  const answer = await askPage(server.url, await contestant.request(server.url), 1);
  const pageMs = performance.now() - server.startedAt;
  const start = { pageMs, rssBytes: server.rssBytes(), peakRssBytes: server.peakRssBytes() };
  checkPage(contestant, answer, firstIDs[0]);
  return start;
}
