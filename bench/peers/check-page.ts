import { type Answer, askPage } from '../api.ts';
import type { ServerProcess } from '../server-process.ts';
import type { Contestant } from './contestant.ts';

const recordsOnPage = 100;

/** An answer that is not the page that was asked for: no figure of such a server means anything. */
export class WrongPage extends Error {}

/** Throws unless the answer is a page of 100 that begins with this product. */
export function checkPage(
  { name, productsOf }: Contestant,
  answer: Answer,
  firstID: number | undefined,
): void {
  if (answer.status !== 200) throw new WrongPage(`${name} answered with status ${answer.status}`);
  const found = productsOf(JSON.parse(answer.text));
  if (!Array.isArray(found) || found.length !== recordsOnPage)
    throw new WrongPage(`a page of ${name} does not have ${recordsOnPage} records`);
  if (firstID === undefined || found[0].productID !== firstID)
    throw new WrongPage(`a page of ${name} begins with product ${found[0].productID}, not ${firstID}`);
}

/** The first page, the one in the middle and the last one. */
export async function checkPages(
  contestant: Contestant,
  server: ServerProcess,
  firstIDs: readonly number[],
): Promise<void> {
  const request = await contestant.request(server.url);
  const last = contestant.records / recordsOnPage;
  for (const pageNo of [1, last / 2, last]) {
    checkPage(contestant, await askPage(server.url, request, pageNo), firstIDs[pageNo - 1]);
  }
}
