import type { PageRequest } from '../api.ts';
import { type Load, type LoadOptions, putLoad } from '../load.ts';
import { pinned } from '../pinned.ts';
import type { ServerProcess } from '../server-process.ts';
import { checkPages } from './check-page.ts';
import type { Contestant } from './contestant.ts';

const rounds = 9;
/** Not counted: some of the servers are at their speed only after three rounds. */
const settlingRounds = 3;
const secondsPerRound = 2;
const connections = 16;

/** On one core, a start takes longer than on all. */
const maxStartMs = 180_000;

/** 100 records of these are some 190 kB, and no page is much smaller. */
const leastBytes = 150_000;

/** What each round made of one contestant. */
export interface Loads {
  readonly firstPage: readonly Load[];
  /** All pages, going round. */
  readonly allPages: readonly Load[];
}

interface Running {
  readonly contestant: Contestant;
  readonly server: ServerProcess;
  readonly request: PageRequest;
}

/** How load is put on one of them. */
type PutLoad = (one: Running, pages: number, special?: Partial<LoadOptions>) => Promise<Load>;

const pagesOf = ({ contestant }: Running) => contestant.records / 100;

/** Loads them in turns, one at a time. */
async function loadAll(running: readonly Running[], load: PutLoad): Promise<Loads[]> {
  const seen = running.map(() => ({ firstPage: [] as Load[], allPages: [] as Load[] }));
  // Every page once, on one connection: some print at the first time what they keep for the next.
  for (const one of running) {
    await load(one, pagesOf(one), { connections: 1, seconds: 0, leastRequests: pagesOf(one) });
  }
  for (let round = 0; round < settlingRounds + rounds; round++) {
    for (const [place, one] of running.entries()) {
      const page = await load(one, 1);
      if (round >= settlingRounds) seen[place]?.firstPage.push(page);
    }
    for (const [place, one] of running.entries()) {
      const pages = await load(one, pagesOf(one));
      if (round >= settlingRounds) seen[place]?.allPages.push(pages);
    }
  }
  return seen;
}

/** Starts all contestants on one core and loads them from the other; `program` is the path of the load program. */
export async function loadInTurns(
  contestants: readonly Contestant[],
  firstIDs: readonly number[],
  program: string,
): Promise<Loads[]> {
  await using servers = new AsyncDisposableStack();
  const core = await pinned(0);
  const running: Running[] = [];
  for (const contestant of contestants) {
    const server = servers.use(await contestant.start({ core, timeoutMs: maxStartMs }));
    running.push({ contestant, server, request: await contestant.request(server.url) });
  }
  const checkAll = async () => {
    for (const { contestant, server } of running) await checkPages(contestant, server, firstIDs);
  };
  const command = [...(await pinned(1)), process.execPath, program];
  const usual = { connections, seconds: secondsPerRound, leastRequests: 0, leastBytes, firstIDs };
  await checkAll();
  const loads = await loadAll(running, (one, pages, special) =>
    putLoad(command, one, { ...usual, pages, ...special }),
  );
  await checkAll();
  return loads;
}
