import { FeedError } from './feed-error.ts';
import type { FeedManifest } from './feed-manifest.ts';
import type { Place } from './places.ts';
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
  readonly places: readonly Place[];
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
  /** The warehouses that each of its groups was made of. */
  readonly groups?: FeedManifest['groups'];
}

/** How many there were, and how many of these are not any more. */
interface Loss {
  readonly before: number;
  readonly lost: number;
  readonly of: string;
  readonly group?: string;
}

/** Throws where a new feed takes away more than a shop loses between two runs: Erply's answer is then in doubt. */
export function refuseDoubtful(
  feed: NewFeed,
  replaced: readonly ReplacedFeed[],
  options: SafetyOptions,
): void {
  const empty = options.allowEmpty ? undefined : emptyReason(feed, replaced);
  const zeroed = zeroedReason(feed, replaced, options);
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
  options: SafetyOptions,
): string | undefined {
  const { maxZeroedPercent, maxZeroedPercentOf: ofGroups = {} } = options;
  const worst = replaced
    .flatMap((one) => [lossOf(one, feed), ...lossesOfGroups(one, feed)])
    .find(({ before, lost, group }) => {
      const most = group === undefined ? maxZeroedPercent : (ofGroups[group] ?? maxZeroedPercent);
      return before >= fewItems && (lost / before) * 100 > most;
    });
  return worst && `${worst.lost} of ${worst.before} ${worst.of} would fall to 0`;
}

/**
 * Compares what both feeds hold: of a warehouse that is closed or was not chosen this time, nothing is lost. A sum
 * cannot be taken apart: when the new feed misses one of its warehouses, the rows of stock of the others are compared.
 */
function lossOf(replaced: ReplacedFeed, feed: NewFeed): Loss {
  const { feed: previous, warehouseIDs } = replaced;
  const kept = keptIn(feed);
  const isSummed = previous.places().some(({ place }) => place === 0);
  if (isSummed && warehouseIDs?.some((id) => !kept.has(id))) return lossOfRows([...kept.values()]);
  const compared = previous.places().filter(({ place }) => isSummed || isComparable(place, replaced, feed));
  return {
    before: total(compared.map(({ available }) => available)),
    lost: total(compared.map(({ fallen }) => fallen)),
    of: 'available items',
  };
}

/** A small group could lose everything and be nothing beside a large one. */
function lossesOfGroups(replaced: ReplacedFeed, feed: NewFeed): Loss[] {
  return replaced.feed.places().flatMap(({ place, available, fallen }) => {
    const group = placeIn(feed, place)?.of.group;
    if (group === undefined || !isComparable(place, replaced, feed)) return [];
    return [{ before: available, lost: fallen, of: `available items of group ${group}`, group }];
  });
}

/** Whether the new feed holds all that this place had. */
function isComparable(place: number | string, { groups }: ReplacedFeed, feed: NewFeed): boolean {
  const kept = keptIn(feed);
  if (typeof place === 'number') return kept.has(place);
  const now = placeIn(feed, place);
  const members = groups?.find(({ name }) => name === (now?.of.group ?? place))?.warehouseIDs;
  const had = members ?? now?.warehouseIDs ?? [];
  return had.length > 0 && had.every((id) => kept.has(id) && (!now || now.warehouseIDs.includes(id)));
}

/** The place of the new feed that the feed before knows by the name of a group or the code of a store. */
function placeIn({ places }: NewFeed, place: number | string): Place | undefined {
  return places.find(({ of }) => of.group === place || of.storeCode === place);
}

/** What was emptied has nothing to compare. */
function keptIn({ warehouses }: NewFeed): Map<number, NewStock> {
  return new Map(warehouses.filter((one) => !one.isEmptied).map((one) => [one.warehouseID, one]));
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
