import { limits } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { WasteCount, WasteKind } from '../../account/usage.ts';
import { callNamed } from '../../request/gates/call-name.ts';

/** Something that an integration could do to be asked for less of the quota. */
export interface Saving {
  /** What would do it. */
  readonly by: 'bulk' | 'largerPages' | 'changedSince' | 'cache' | 'session';
  readonly call: string;
  /** How many calls it is about. */
  readonly calls: number;
  /** What it would have saved of the quota, at least. */
  readonly units: number;
  /** What to do, in a sentence. */
  readonly advice: string;
}

/** Smaller savings are not worth a line. */
const leastTenths = 10;

const subRequestTenths = limits.subRequestCostUnits * 10;

interface Waste extends WasteCount {
  readonly call: string;
  readonly account: Account;
}

interface Way {
  readonly by: Saving['by'];
  /** What would have been saved, in tenths of a unit. */
  readonly saved: (waste: Waste) => number;
  readonly advice: (waste: Waste) => string;
}

/** Requests that a list would have taken in pages of full size, each list on its own. */
const fullPages = ({ begun, shares }: WasteCount) => Math.max(begun, Math.ceil(shares - 1e-9));

/** The part of what calls cost that so many of them cost. */
const partOf = ({ calls: all, tenths }: WasteCount, some: number) => (tenths * some) / all;

function bulkTenths({ calls: count, begun, account }: Waste): number {
  const requests = Math.max(begun, Math.ceil(count / limits.subRequestsPerBulk));
  return count * subRequestTenths + requests * Math.round(account.switches.bulkEnvelopeCost * 10);
}

const ways: Readonly<Record<WasteKind, Way>> = {
  bulk: {
    by: 'bulk',
    saved: (waste) => waste.tenths - bulkTenths(waste),
    advice: ({ call, calls: count }) =>
      `${count} × ${call}, one right after another: send up to ${limits.subRequestsPerBulk} of them in one bulk request, where each costs ${limits.subRequestCostUnits} units.`,
  },
  pages: {
    by: 'largerPages',
    saved: (waste) => partOf(waste, waste.calls - fullPages(waste)),
    advice: (waste) =>
      `${waste.calls} pages of ${waste.call} would have been ${fullPages(waste)} of full size: ask for recordsOnPage=${largestPage(waste.call)}.`,
  },
  changedSince: {
    by: 'changedSince',
    saved: (waste) => partOf(waste, waste.calls - waste.begun),
    advice: ({ call, calls: count, begun }) =>
      `${call} read a whole list again ${begun === 1 ? 'once' : `${begun} times`}, in ${count} requests: ask only for what has changed, with changedSince.`,
  },
  repeats: {
    by: 'cache',
    saved: ({ tenths }) => tenths,
    advice: ({ call, calls: count }) =>
      `${count} × ${call} was the same read as less than a minute before, and nothing had changed: keep the answer.`,
  },
  session: {
    by: 'session',
    saved: ({ call, calls: count, account }) => count * priceOf(account, call),
    advice: ({ call, calls: count }) =>
      `${count} × ${call} while the user had a session that was still good: keep its key, and share it.`,
  },
};

const largestPage = (call: string) => callNamed(call)?.paging?.maxPageSize({} as never) ?? 0;

/** What a call cost on average, in tenths. */
function priceOf(account: Account, call: string): number {
  const found = account.usage.read().calls.find(([name]) => name === call)?.[1];
  return found === undefined ? 0 : found.tenths / found.calls;
}

/** What would have saved at least a unit, the largest saving first. */
export function savingsOf(account: Account): readonly Saving[] {
  return account.usage
    .read()
    .waste.map(([kind, call, count]) => {
      const way = ways[kind];
      const waste = { ...count, call, account };
      return { way, waste, tenths: Math.floor(way.saved(waste)) };
    })
    .filter(({ tenths }) => tenths >= leastTenths)
    .sort((a, b) => b.tenths - a.tenths)
    .map(({ way, waste, tenths }) => ({
      by: way.by,
      call: waste.call,
      calls: waste.calls,
      units: tenths / 10,
      advice: way.advice(waste),
    }));
}
