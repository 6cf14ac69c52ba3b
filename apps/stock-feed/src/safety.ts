import { FeedError } from './feed-error.ts';
import type { PreviousFeed } from './previous-feed.ts';

/** Below this number of available items a share of them says nothing: a small shop sells out. */
const fewItems = 20;

export interface SafetyOptions {
  /** A warehouse without stock may replace what it had. */
  readonly allowEmpty: boolean;
  /** The share of available items, in percent, that may fall to zero at once. */
  readonly maxZeroedPercent: number;
  /** Of a group by its name, where it has a limit of its own. */
  readonly maxZeroedPercentOf?: Readonly<Record<string, number>>;
}

export interface NewFeed {
  readonly rows: number;
  readonly warehouses: readonly NewStock[];
}

/** What a warehouse gave for the new feed. */
export interface NewStock {
  readonly warehouseID: number;
  readonly label: string;
  readonly stockRows: number;
  /** Rows in the run before; 0 when that is not known. */
  readonly stockRowsBefore: number;
  /** It has no rows any more because everything was moved out of it: Erply lists these products with 0. */
  readonly isEmptied: boolean;
}

/** A feed that is about to be replaced. */
export interface ReplacedFeed {
  readonly feed: PreviousFeed;
  /** The warehouses that it holds; `undefined` when nothing says so. */
  readonly warehouseIDs: readonly number[] | undefined;
}

/** How many there were, and how many of these are not any more. */
interface Loss {
  readonly before: number;
  readonly lost: number;
  readonly of: string;
}

/** Throws where a new feed takes away more than a shop loses between two runs: Erply's answer is then in doubt. */
export function refuseDoubtful(
  feed: NewFeed,
  replaced: readonly ReplacedFeed[],
  options: SafetyOptions,
): void {
  const empty = options.allowEmpty ? undefined : emptyReason(feed, replaced);
  const zeroed = zeroedReason(feed, replaced, options.maxZeroedPercent);
  if (!empty && !zeroed) return;
  const reasons = [empty, zeroed].filter((reason) => reason !== undefined).join(', and ');
  const remedies = [empty && '--allow-empty', zeroed && '--max-zeroed 100'].filter(Boolean).join(' ');
  throw new FeedError(`nothing replaced: ${reasons}; if that is right, run once with ${remedies}`);
}

function emptyReason(feed: NewFeed, replaced: readonly ReplacedFeed[]): string | undefined {
  const doubtful = feed.warehouses.find(
    (one) => one.stockRows === 0 && one.stockRowsBefore > 0 && !one.isEmptied,
  );
  if (doubtful) return `${doubtful.label} has no stock where it had ${doubtful.stockRowsBefore} rows`;
  const previous = replaced.map((one) => one.feed);
  const hadRows = previous.find((one) => one.rows > 0);
  if (feed.rows === 0 && hadRows)
    return `the new feed is empty where ${hadRows.path} has ${hadRows.rows} rows`;
  const hadStock = previous.find((one) => one.available > 0);
  const noStock = feed.warehouses.every((one) => one.stockRows === 0);
  return noStock && hadStock ? `no warehouse has stock where ${hadStock.path} has some` : undefined;
}

function zeroedReason(
  feed: NewFeed,
  replaced: readonly ReplacedFeed[],
  maxPercent: number,
): string | undefined {
  const worst = replaced
    .map((one) => lossOf(one, feed))
    .find(({ before, lost }) => before >= fewItems && (lost / before) * 100 > maxPercent);
  return worst && `${worst.lost} of ${worst.before} ${worst.of} would fall to 0`;
}

/**
 * Compares what both feeds hold: of a warehouse that is closed or was not chosen this time, nothing is lost. A sum
 * cannot be taken apart: when the new feed misses one of its warehouses, the rows of stock of the others are compared.
 */
function lossOf({ feed: previous, warehouseIDs }: ReplacedFeed, feed: NewFeed): Loss {
  const kept = new Map(feed.warehouses.filter((one) => !one.isEmptied).map((one) => [one.warehouseID, one]));
  const isSummed = previous.warehouses().some(({ warehouseID }) => warehouseID === 0);
  if (isSummed && warehouseIDs?.some((id) => !kept.has(id))) return lossOfRows([...kept.values()]);
  const compared = previous.warehouses().filter(({ warehouseID }) => isSummed || kept.has(warehouseID));
  return {
    before: total(compared.map(({ available }) => available)),
    lost: total(compared.map(({ fallen }) => fallen)),
    of: 'available items',
  };
}

function lossOfRows(warehouses: readonly NewStock[]): Loss {
  return {
    before: total(warehouses.map((one) => one.stockRowsBefore)),
    lost: total(warehouses.map((one) => Math.max(0, one.stockRowsBefore - one.stockRows))),
    of: 'rows of stock',
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
