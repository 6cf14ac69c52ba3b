/** Where a reference stands. */
export interface Reference {
  readonly where: string;
  readonly table: string;
  readonly field: string;
}

/** Records that data refers to, each with the first place that does. */
export class NeededRecords {
  readonly #byTable = new Map<string, Map<number, Reference>>();

  need(table: string, id: number, reference: Reference): void {
    let needed = this.#byTable.get(table);
    if (needed === undefined) {
      needed = new Map();
      this.#byTable.set(table, needed);
    }
    if (!needed.has(id)) needed.set(id, reference);
  }

  /** Each of them, with the table that it is looked for in. */
  *all(): Iterable<Reference & { readonly to: string; readonly id: number }> {
    for (const [to, needed] of this.#byTable)
      for (const [id, reference] of needed) yield { to, id, ...reference };
  }
}
