import { logIn, pageRequest, readFirstPage, recordsOf } from './api.ts';
import type { Target } from './load.ts';

/** A fake with the request for a page of 100 products, once it is sure that it answers one. */
export async function pageTarget(server: Target['server']): Promise<Target> {
  const sessionKey = await logIn(server.url);
  const found = recordsOf(await readFirstPage(server.url, sessionKey));
  if (found !== 100) throw new Error(`the page has ${found} records, not 100`);
  return { server, request: pageRequest(sessionKey) };
}
