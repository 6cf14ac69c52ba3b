import { eachStep, type Steps } from '../slices.ts';

/** The IDs of changed rows by the value of one of their fields. Kept up with each write: it costs what it changes. */
export class ChangeIndex {
  readonly #idsOf = new Map<unknown, Set<number>>();
  readonly #valueOf = new Map<number, unknown>();
  #building: Steps | undefined;

  /**
   * @param ids Rows that were changed before.
   * @param put Puts a row into the index as it is now, if it is still there.
   */
  constructor(ids: readonly number[], put: (id: number, index: ChangeIndex) => void) {
    this.#building = eachStep(ids.length, (index) => put(ids[index] as number, this));
  }

  /** Makes a step of taking in what was changed before it was made; whether there is more to do. */
  build(): boolean {
    if (this.#building?.next().done !== false) this.#building = undefined;
    return this.#building !== undefined;
  }

  /** IDs of changed rows whose field has this value, in no order. */
  of(value: unknown): Iterable<number> {
    while (this.build());
    return this.#idsOf.get(value) ?? [];
  }

  /** A row has this value now. */
  set(id: number, value: unknown): void {
    this.delete(id);
    this.#valueOf.set(id, value);
    const ids = this.#idsOf.get(value);
    if (ids === undefined) this.#idsOf.set(value, new Set([id]));
    else ids.add(id);
  }

  /** A row is gone. */
  delete(id: number): void {
    const ids = this.#idsOf.get(this.#valueOf.get(id));
    ids?.delete(id);
    if (ids?.size === 0) this.#idsOf.delete(this.#valueOf.get(id));
    this.#valueOf.delete(id);
  }
}
