import type { Status } from '@erply-kit/schemas';

/** What a call gives: its records in documented types, and what the server says about them. */
export interface Answer<TRecord> {
  records: TRecord[];
  status: Status;
}

/** A record in documented types, where its call does not matter. */
export type AnyRecord = Record<string, unknown>;

/** One record of a call that the schemas do not know, as it came. */
export type UnknownRecord = Readonly<Record<string, unknown>>;
