import { eachStep, type Steps } from '../slices.ts';

const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * The IDs of changed rows by the value of one of their fields, a list by each of its items. Kept up with each write: it
 * costs what it changes.
 */
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
    for (const item of itemsOf(value)) {
      const ids = this.#idsOf.get(item);
      if (ids === undefined) this.#idsOf.set(item, new Set([id]));
      else ids.add(id);
    }
  }

  /** A row is gone. */
  delete(id: number): void {
    for (const item of itemsOf(this.#valueOf.get(id))) {
      const ids = this.#idsOf.get(item);
      ids?.delete(id);
      if (ids?.size === 0) this.#idsOf.delete(item);
    }
    this.#valueOf.delete(id);
  }
}
