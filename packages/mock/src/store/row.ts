/** A stored row: own fields in documented types. A field that is left out is unset on the wire. */
export type Row = Readonly<Record<string, unknown>>;
