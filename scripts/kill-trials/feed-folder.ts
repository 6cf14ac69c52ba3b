import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

import type { RecordFields } from '../demo/shop-records.ts';
import { parseCsv } from '../large-shop/parse-csv.ts';

export const feedNames: readonly string[] = ['stock.csv', 'stock.ndjson'];
const manifestName = 'manifest.json';
const lockName = `.${manifestName}.lock`;

/** The files that lie in the folder of a feed at one moment, hidden ones too: their texts by their names. */
export type FeedState = ReadonlyMap<string, string>;

export function readFeedState(folder: string): FeedState {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Tells what happens in the folder, and keeps all texts of feed files that a reader could have seen. */
export function watchFeed(folder: string, seen: Set<string>, happened: (what: string) => void): Disposable {
  const watcher = watch(folder, (event, file) => {
    const name = String(file);
    happened(nameOfEvent(event, name));
    if (feedNames.includes(name)) seen.add(readFileSync(join(folder, name), 'utf8'));
  });
  return { [Symbol.dispose]: () => watcher.close() };
}

function nameOfEvent(event: string, name: string): string {
  if (name.endsWith('.lock')) return 'lock';
  if (!name.endsWith('.tmp')) return name;
  return event === 'rename' ? 'temporary file' : 'text';
}

/** What the feed was at when it was killed, by what lies in its folder. */
export function phaseOf(before: FeedState, after: FeedState): string {
  const isNew = (name: string) => after.has(name) && after.get(name) !== before.get(name);
  const made = (start: string) => [...after.keys()].some((name) => name.startsWith(start) && isNew(name));
  if (isNew(manifestName)) return isNew(lockName) ? 'all files replaced, lock held' : 'at the end';
  if (isNew('stock.ndjson')) return 'both feeds replaced, manifest not';
  if (isNew('stock.csv')) return 'one feed replaced';
  if (isNew(lockName)) return 'lock taken';
  if (made(`.${manifestName}.`)) return 'before the lock';
  return made('.stock.') ? 'reading and writing' : 'before the first file';
}

interface Manifest {
  readonly rows: number;
  readonly files: readonly { readonly sha256: string }[];
}

/** Throws unless a text is a whole feed: one of those before, or one that its run had found complete. */
export function assertWhole(text: string, before: FeedState, after: FeedState): void {
  if ([...before.values()].includes(text)) return;
  const sha256 = createHash('sha256').update(text).digest('hex');
  // The run writes its manifest before it replaces anything.
  const meta = manifestsIn(after).find(({ files }) => files.some((file) => file.sha256 === sha256));
  if (!meta) throw new Error('a feed is there that no run has completed');
  const { length } = rowsOf(text);
  if (length !== meta.rows) throw new Error(`a feed has ${length} rows instead of ${meta.rows}`);
}

/** The manifests: that in its place, which has to be whole, and those that were to take it. */
function manifestsIn(state: FeedState): Manifest[] {
  const waiting = [...state].filter(
    ([name, text]) => name.startsWith(`.${manifestName}.`) && text.startsWith('{') && text.endsWith('}\n'),
  );
  const inPlace = state.get(manifestName);
  const texts = [...waiting.map(([, text]) => text), ...(inPlace === undefined ? [] : [inPlace])];
  return texts.map((text) => JSON.parse(text) as Manifest);
}

/** The rows of a feed. Throws when it is torn. */
export function rowsOf(text: string): RecordFields[] {
  if (!text.startsWith('{')) return parseCsv(text).map(withNumbers);
  if (!text.endsWith('\n')) throw new SyntaxError('the NDJSON ends in the middle of a line');
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as RecordFields);
}

/** A CSV has texts only; these columns hold numbers. */
function withNumbers({ productID, warehouseID, available, ...codes }: Record<string, string>): RecordFields {
  return {
    ...codes,
    productID: Number(productID),
    warehouseID: Number(warehouseID),
    available: available === '' ? Number.NaN : Number(available),
  };
}
