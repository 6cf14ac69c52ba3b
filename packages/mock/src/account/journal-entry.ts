/** A parameter that the call does not have. */
export interface UnknownParameter {
  readonly name: string;
  readonly didYouMean?: string;
}

/**
 * One request to the classic API, or one sub-request of a bulk request. A bulk request has an entry for each of its
 * sub-requests, and after them one of its own.
 */
export interface JournalEntry {
  /** Counts the entries of the account from 1; later ones have higher IDs, also after the journal was emptied. */
  readonly id: number;
  /** Unix seconds by the account's clock. */
  readonly time: number;
  /** What it called itself; `bulk` for a bulk request as a whole. */
  readonly request: string;
  /** Counts the bulk requests of the account from 1: the same number for a bulk request and its sub-requests. */
  readonly bulk?: number;
  /** Position in its bulk request, from 0. */
  readonly subRequest?: number;
  /** How many sub-requests the bulk request has. */
  readonly subRequests?: number;
  /** The user of its session, where that was looked at and good. */
  readonly userID?: number;
  /** HTTP status of the answer; a sub-request has none of its own. */
  readonly status?: number;
  /** Erply's error code; 0 when it was done. Left out where a fault kept the request from the API. */
  readonly errorCode?: number;
  readonly errorField?: string;
  /** What refused it: the name of a gate, `handler` for the call itself, `fault` for an injected error. */
  readonly gate?: string;
  readonly recordsInResponse?: number;
  /** What it was charged of the hour's quota, in units; 0 where that was given back. */
  readonly units: number;
  /** From when it was read until its answer was made; writing and sending the answer come after that. */
  readonly durationMs: number;
  /** As they were sent. Of a masked value only which one it is can be seen: the same value has the same number. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Names of parameters that only the beginning of the value is shown of. */
  readonly cut?: readonly string[];
  /** So many more parameters were sent. */
  readonly moreParameters?: number;
  /** Parameters that the call does not have; at most 20. */
  readonly unknown?: readonly UnknownParameter[];
  /** Parameters that the call has, and that had no effect: empty ones, a page number that cannot be read. At most 20. */
  readonly ignored?: readonly string[];
  /** The call is deprecated; what Erply recommends instead. */
  readonly deprecated?: string;
  /** IDs of the fault rules that fired; 0 for the fault that a request brought itself. */
  readonly faults?: readonly number[];
  /** Seed of the chaos profile that was on. */
  readonly chaosSeed?: number;
  /** Other requests, or changes by the control API, came while it was under way. */
  readonly overlapped?: true;
  /** What the fake had to say beside Erply's answer. */
  readonly notes?: readonly string[];
}

/** What to show of the journal. */
export interface JournalFilter {
  readonly request?: string | undefined;
  readonly errorCode?: number | undefined;
  /** Unix seconds. */
  readonly since?: number | undefined;
  /** Entries with higher IDs. */
  readonly after?: number | undefined;
  readonly userID?: number | undefined;
  /** The name of a gate, or `handler`. */
  readonly gate?: string | undefined;
  /** The ID of a fault rule that fired. */
  readonly fault?: number | undefined;
  /** The newest so many; with `after` the oldest so many after it, so that who asks again misses none. */
  readonly limit?: number | undefined;
}

/** Whether a filter takes an entry. */
export function matches(entry: JournalEntry, filter: JournalFilter): boolean {
  const { request, errorCode, since, after, userID, gate, fault } = filter;
  return (
    (request === undefined || entry.request === request) &&
    (errorCode === undefined || entry.errorCode === errorCode) &&
    (since === undefined || entry.time >= since) &&
    (after === undefined || entry.id > after) &&
    (userID === undefined || entry.userID === userID) &&
    (gate === undefined || entry.gate === gate) &&
    (fault === undefined || entry.faults?.includes(fault) === true)
  );
}
