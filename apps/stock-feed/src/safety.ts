import { FeedError } from './feed-error.ts';
import type { PreviousFeed } from './previous-feed.ts';

/** Below this number of available items a share of them says nothing: a small shop sells out. */
const fewItems = 20;

export interface SafetyOptions {
  /** A warehouse without stock may replace what it had. */
  readonly allowEmpty: boolean;
  /** The share of available items, in percent, that may fall to zero at once. */
  readonly maxZeroedPercent: number;
}

export interface NewFeed {
  readonly rows: number;
  /** How many rows of stock each warehouse gave, and in the run before (0 when that is not known). */
  readonly warehouses: readonly {
    readonly name: string;
    readonly stockRows: number;
    readonly stockRowsBefore: number;
  }[];
}

/** Throws where a new feed takes away more than a shop loses between two runs: Erply's answer is then in doubt. */
export function refuseDoubtful(
  feed: NewFeed,
  previous: readonly PreviousFeed[],
  options: SafetyOptions,
): void {
  const empty = options.allowEmpty ? undefined : emptyReason(feed, previous);
  const zeroed = zeroedReason(previous, options.maxZeroedPercent);
  if (!empty && !zeroed) return;
  const reasons = [empty, zeroed].filter((reason) => reason !== undefined).join(', and ');
  const remedies = [empty && '--allow-empty', zeroed && '--max-zeroed 100'].filter(Boolean).join(' ');
  throw new FeedError(`nothing replaced: ${reasons}; if that is right, run once with ${remedies}`);
}

function emptyReason(feed: NewFeed, previous: readonly PreviousFeed[]): string | undefined {
  const emptied = feed.warehouses.find((one) => one.stockRows === 0 && one.stockRowsBefore > 0);
  if (emptied) return `${emptied.name} has no stock where it had ${emptied.stockRowsBefore} rows`;
  const hadRows = previous.find((one) => one.rows > 0);
  if (feed.rows === 0 && hadRows)
    return `the new feed is empty where ${hadRows.path} has ${hadRows.rows} rows`;
  const hadStock = previous.find((one) => one.available > 0);
  const noStock = feed.warehouses.every((one) => one.stockRows === 0);
  return noStock && hadStock ? `no warehouse has stock where ${hadStock.path} has some` : undefined;
}

function zeroedReason(previous: readonly PreviousFeed[], maxZeroedPercent: number): string | undefined {
  const worst = previous.find(
    (one) => one.available >= fewItems && (one.fallen() / one.available) * 100 > maxZeroedPercent,
  );
  return worst && `${worst.fallen()} of ${worst.available} available items would fall to 0`;
}
