import { lowerBound } from '../../query/lower-bound.ts';
import { EntryColumns } from './entry-columns.ts';
import { keyOf, type StockEntry, type StockSource } from './stock-movement.ts';

/** What each document has posted that is not as the shared postings have it, as it was at one moment. */
export type SavedPostings = readonly (readonly [source: string, entries: readonly StockEntry[]])[];

function sourceOf(key: string): StockSource {
  const at = key.lastIndexOf('/');
  return { table: key.slice(0, at), id: Number(key.slice(at + 1)) };
}

/** Where the entries of documents are, by table and ID: one place, or several. */
type Places = number | readonly number[];

const placesIn = (places: Places): readonly number[] => (typeof places === 'number' ? [places] : places);

/**
 * What documents have posted, by document and, in the order in which it counts, by product. It may go on from postings
 * that others share: those stay as they are.
 */
export class StockPostings {
  readonly #shared: StockPostings | undefined;
  readonly #entries = new EntryColumns();
  /** Documents whose entries are not those of the shared postings. */
  readonly #sources = new Map<string, Map<number, Places>>();
  /** Products whose entries are not those of the shared postings: their places. */
  readonly #products = new Map<number, number[]>();

  constructor(shared?: StockPostings) {
    this.#shared = shared;
  }

  /** Entries that are not those of the shared postings. */
  get ownCount(): number {
    return this.#entries.count;
  }

  save(): SavedPostings {
    return [...this.#sources].flatMap(([table, byID]) =>
      [...byID].map(([id, places]): SavedPostings[number] => [
        keyOf({ table, id }),
        placesIn(places).map((place) => this.#entries.get(place)),
      ]),
    );
  }

  load(saved: SavedPostings): void {
    for (const [key, entries] of saved) this.replace(sourceOf(key), entries);
  }

  /** What a document has posted. */
  of(source: StockSource): readonly StockEntry[] {
    const places = this.#sources.get(source.table)?.get(source.id);
    if (places !== undefined) return placesIn(places).map((place) => this.#entries.get(place));
    return this.#shared === undefined ? [] : this.#shared.of(source);
  }

  /** What has been posted of a product, in the order in which it counts. */
  ofProduct(productID: number): readonly StockEntry[] {
    const places = this.#products.get(productID);
    if (places !== undefined) return places.map((place) => this.#entries.get(place));
    return this.#shared === undefined ? [] : this.#shared.ofProduct(productID);
  }

  /** The same from the newest on, each entry made when its turn comes. */
  *newestFirst(productID: number): Generator<StockEntry> {
    const places = this.#products.get(productID);
    if (places === undefined) {
      if (this.#shared !== undefined) yield* this.#shared.newestFirst(productID);
      return;
    }
    for (let at = places.length - 1; at >= 0; at -= 1) yield this.#entries.get(places[at] ?? 0);
  }

  /** Something has been posted of the product. */
  hasProduct(productID: number): boolean {
    const places = this.#products.get(productID);
    if (places !== undefined) return places.length > 0;
    return this.#shared === undefined ? false : this.#shared.hasProduct(productID);
  }

  /** What was posted of the product is not, or not all, in the shared postings. */
  hasOwn(productID: number): boolean {
    return this.#products.has(productID) || this.#shared === undefined;
  }

  /** Where an entry stands among those of its product; of several of one row the first. */
  positionOf(entry: StockEntry): number {
    const places = this.#products.get(entry.productID);
    if (places !== undefined) return this.#firstOf(places, entry);
    return this.#shared === undefined ? 0 : this.#shared.positionOf(entry);
  }

  /** Puts what a document posts in place of what it posted before. */
  replace(source: StockSource, entries: readonly StockEntry[]): void {
    for (const entry of this.of(source)) this.#drop(entry);
    const places = entries.map((entry) => this.#insert(entry));
    const byID = this.#sources.get(source.table) ?? new Map<number, Places>();
    this.#sources.set(source.table, byID);
    const [only] = places;
    // An empty list stands for a document of the shared postings that posts nothing here.
    if (only === undefined && this.#shared === undefined) byID.delete(source.id);
    else byID.set(source.id, places.length === 1 && only !== undefined ? only : places);
  }

  #insert(entry: StockEntry): number {
    const places = this.#ownPlaces(entry.productID);
    const place = this.#entries.add(entry);
    const at = lowerBound(
      places.length,
      (position) => this.#entries.compare(places[position] ?? 0, entry) <= 0,
    );
    if (at === places.length) places.push(place);
    else places.splice(at, 0, place);
    return place;
  }

  #drop(entry: StockEntry): void {
    const places = this.#ownPlaces(entry.productID);
    const [place] = places.splice(this.#firstOf(places, entry), 1);
    if (place !== undefined) this.#entries.remove(place);
  }

  #firstOf(places: readonly number[], entry: StockEntry): number {
    return lowerBound(places.length, (position) => this.#entries.compare(places[position] ?? 0, entry) < 0);
  }

  /** The places of a product whose entries are about to change: its shared entries are copied. */
  #ownPlaces(productID: number): number[] {
    const known = this.#products.get(productID);
    if (known !== undefined) return known;
    const places = this.ofProduct(productID).map((entry) => this.#entries.add(entry));
    this.#products.set(productID, places);
    return places;
  }
}
