import type { Clock } from '../clock/clock.ts';
import type { ClockComparison, ServerTime } from '../clock/clock-comparison.ts';
import type { ChangedTable, SyncClient } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { SyncError } from '../sync-error.ts';

/** What getChangedDataSince has said of one table. */
export interface TableAnswer {
  /** The time that it was asked from: seconds of the server's clock. */
  readonly since: number;
  /** The watermark that the answer allows: up to here, it reports everything. */
  readonly upTo: Required<ServerTime>;
  /** Something was added or changed. */
  readonly updated: boolean;
  /** Something was deleted. */
  readonly deleted: boolean;
}

/** Answers by table. A table of which nothing is known for certain is not in it, and is read as if it had changed. */
export type ChangedTables = ReadonlyMap<ChangedTable, TableAnswer>;

/** What to ask: since when, by table. */
export type TableQuestions = ReadonlyMap<ChangedTable, number>;

interface Asking {
  readonly client: SyncClient;
  readonly clock: Clock;
  readonly clocks: ClockComparison;
  readonly signal?: AbortSignal;
}

/**
 * Asks which tables have changed, by one call for all of them. Where Erply refuses it, or its answer makes no sense,
 * nothing is known: lanes are then read without it.
 *
 * Often it is the only answer of a run. One clock alone can be ahead, in the last run and in this one, and nothing would
 * show it; so where ours does not agree with it, it is asked twice.
 */
export async function askChangedTables(asking: Asking, questions: TableQuestions): Promise<ChangedTables> {
  // A run that is to stop says so lane by lane.
  if (questions.size === 0 || asking.signal?.aborted) return new Map();
  const first = await askOnce(asking, questions);
  const last = first && !first.isProven ? await askOnce(asking, questions) : first;
  return last?.tables ?? new Map();
}

interface Answered {
  readonly tables: ChangedTables;
  /** Our clock says the same as the answer. */
  readonly isProven: boolean;
}

async function askOnce(
  { client, clock, clocks, signal }: Asking,
  questions: TableQuestions,
): Promise<Answered | undefined> {
  const askedAt = clock.now();
  const input = Object.fromEntries(
    Array.from(questions, ([table, since]) => [`${table}ChangedSince`, since]),
  );
  const request = client.getChangedDataSince.request(input);
  const [result] = await client.bulk([request], { unset: 'keep', ...omitUndefined({ signal }) });
  if (!result.ok) {
    const { kind } = result.error;
    // Where there are no units left for it, lanes say so one by one.
    if (kind === 'api' || kind === 'response' || kind === 'budget' || signal?.aborted) return undefined;
    throw result.error;
  }
  const { records, status } = result.answer;
  clocks.observe(status);
  const upTo = timeOf(() => clocks.watermarkOf(status, { lane: 'getChangedDataSince', askedAt }));
  if (!upTo) return undefined;
  return { tables: answersIn(records, { questions, upTo }), isProven: clocks.agreesWith(status) };
}

function timeOf(read: () => Required<ServerTime>): Required<ServerTime> | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyncError) return undefined;
    throw error;
  }
}

interface Said {
  readonly tableName: string;
  readonly updated: number;
  readonly deleted: number;
}

/** A table counts when it was asked about, is named once, and both of its flags are 0 or 1. */
function answersIn(
  records: readonly Said[],
  { questions, upTo }: { readonly questions: TableQuestions; readonly upTo: Required<ServerTime> },
): ChangedTables {
  const answers = new Map<ChangedTable, TableAnswer>();
  for (const [table, since] of questions) {
    const [said, ...others] = records.filter(({ tableName }) => tableName === table);
    if (!said || others.length > 0 || !isFlag(said.updated) || !isFlag(said.deleted)) continue;
    answers.set(table, { since, upTo, updated: said.updated === 1, deleted: said.deleted === 1 });
  }
  return answers;
}

// What does not fit its definition is left as it was sent, so it may be anything.
const isFlag = (value: unknown) => value === 0 || value === 1;

/** What is known of a table from a time on; `undefined` when the answer does not reach back to it, or is older than it. */
export function answerSince(
  answers: ChangedTables,
  table: ChangedTable | undefined,
  since: number,
): TableAnswer | undefined {
  const answer = table && answers.get(table);
  return answer && answer.since <= since && since <= answer.upTo.seconds ? answer : undefined;
}
