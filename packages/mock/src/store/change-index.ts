/** The IDs of changed rows by the value of one of their fields. Kept up with each write: it costs what it changes. */
export class ChangeIndex {
  readonly #idsOf = new Map<unknown, Set<number>>();
  readonly #valueOf = new Map<number, unknown>();

  /** IDs of changed rows whose field has this value, in no order. */
  of(value: unknown): Iterable<number> {
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
