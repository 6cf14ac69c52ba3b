/** Where a reference stands. */
export interface Reference {
  readonly where: string;
  readonly table: string;
  readonly field: string;
}

/** What is needed of some tables: one of them has to have each record. */
interface Needed {
  readonly tables: readonly string[];
  readonly byID: Map<number, Reference>;
}

/** Records that data refers to, each with the first place that does. */
export class NeededRecords {
  readonly #byTables = new Map<string, Needed>();

  need(tables: readonly string[], id: number, reference: Reference): void {
    const name = tables.join(' or ');
    let needed = this.#byTables.get(name)?.byID;
    if (needed === undefined) {
      needed = new Map();
      this.#byTables.set(name, { tables, byID: needed });
    }
    if (!needed.has(id)) needed.set(id, reference);
  }

  /** Each of them, with the tables that it is looked for in. */
  *all(): Iterable<Reference & { readonly to: readonly string[]; readonly id: number }> {
    for (const { tables: to, byID } of this.#byTables.values())
      for (const [id, reference] of byID) yield { to, id, ...reference };
  }
}
