import { keyOf, type StockSource } from './stock-movement.ts';
import { type SavedSums, StockSums } from './stock-sums.ts';

/** What is reserved of one product in one location. */
export interface Reservation {
  readonly productID: number;
  readonly warehouseID: number;
  readonly amount: number;
}

/** All that a document reserves. */
export interface DocumentReservation {
  readonly source: StockSource;
  readonly reservations: readonly Reservation[];
  /** The last day of it, in days since 1970; without it there is no end. */
  readonly untilDay?: number | undefined;
  /** When that is written, Unix seconds. */
  readonly now: number;
}

/** What a document reserves, and until when. */
type Held = Pick<DocumentReservation, 'reservations' | 'untilDay'>;

/** What documents have reserved, as it was at one moment. */
export interface SavedReservations {
  readonly held: readonly (readonly [source: string, held: Held])[];
  readonly sums: SavedSums;
}

const never = Number.POSITIVE_INFINITY;

/** Reservations of documents: they end when the document ends them, or after their last day. */
export class StockReservations {
  /** Documents whose reservations are not those of the shared ones; empty ones stand for shared ones that ended. */
  readonly #held = new Map<string, Held>();
  readonly #shared: StockReservations | undefined;
  readonly sums: StockSums;
  /** No reservation ends before this day is over. */
  #firstEnd: number;

  constructor(shared?: StockReservations) {
    this.#shared = shared;
    this.sums = new StockSums(shared?.sums);
    this.#firstEnd = shared === undefined ? never : shared.#firstEnd;
  }

  /** The first day, in days since 1970, after which something ends. */
  get firstEnd(): number {
    return this.#firstEnd;
  }

  save(): SavedReservations {
    return { held: [...this.#held], sums: this.sums.save() };
  }

  load({ held, sums }: SavedReservations): void {
    for (const [key, one] of held) this.#hold(key, one);
    this.sums.load(sums);
  }

  /** Reserves what a document reserves, instead of what it reserved before. */
  reserve({ source, reservations, untilDay, now }: DocumentReservation): void {
    const key = keyOf(source);
    const before = this.#heldBy(key)?.reservations ?? [];
    if (before.length === 0 && reservations.length === 0) return;
    this.#hold(key, untilDay === undefined ? { reservations } : { reservations, untilDay });
    const taken = before.map((old) => ({ ...old, amount: -old.amount }));
    this.sums.add([...taken, ...reservations], now);
  }

  /** Ends what was reserved until a day before this one. */
  endBefore(day: number, now: number): void {
    const ended = [...this.#all()].filter(([, { untilDay = never }]) => untilDay < day);
    for (const [key, { reservations }] of ended) {
      this.#held.set(key, { reservations: [] });
      this.sums.add(
        reservations.map((one) => ({ ...one, amount: -one.amount })),
        now,
      );
    }
    this.#firstEnd = never;
    for (const [, { untilDay = never }] of this.#all()) this.#firstEnd = Math.min(this.#firstEnd, untilDay);
  }

  #hold(key: string, held: Held): void {
    if (held.reservations.length === 0 && this.#shared === undefined) this.#held.delete(key);
    else this.#held.set(key, held);
    if (held.reservations.length > 0) this.#firstEnd = Math.min(this.#firstEnd, held.untilDay ?? never);
  }

  #heldBy(key: string): Held | undefined {
    const own = this.#held.get(key);
    return own !== undefined || this.#shared === undefined ? own : this.#shared.#heldBy(key);
  }

  *#all(): Generator<readonly [string, Held]> {
    yield* this.#held;
    if (this.#shared === undefined) return;
    for (const entry of this.#shared.#all()) if (!this.#held.has(entry[0])) yield entry;
  }
}
