/** What stands in for the answer of a call: its records, or a whole answer as Erply sent one. */
export type StubContent = readonly unknown[] | { readonly status?: unknown; readonly records: unknown };
