import { connect } from '@erply-kit/command-line/erply';
import {
  type ComparedRow,
  createDryRunSink,
  type Difference,
  type DifferenceSummary,
  defaultLanes,
  type LaneReport,
  type ReadableSink,
  type RunReport,
  runLanes,
} from '@erply-kit/sync';

import { openIfFilled } from './database/open-database.ts';
import { openCopy } from './open-copy.ts';
import type { ImportOptions } from './run-import.ts';
import type { SqlRow } from './sink/lane-table.ts';
import { openEmptySink } from './sink/open-empty-sink.ts';
import { openLaneTables } from './sink/open-lane-tables.ts';

export interface DryRunOptions
  extends Required<Pick<ImportOptions, 'credentials' | 'database' | 'lanes' | 'full' | 'signal' | 'now'>>,
    Pick<ImportOptions, 'onProgress' | 'onClientEvent' | 'confirmDeletions'> {
  /** Rows of each lane that the report names. */
  readonly maxExamples: number;
  /** Shows what is in the fields that would change, before and after. */
  readonly values: boolean;
}

/** What a field holds, and would hold. */
export interface ChangedValue {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ShownDifference extends Difference {
  readonly values?: readonly ChangedValue[];
}

/** What a run would do in a lane. */
export interface LaneDryRun extends LaneReport {
  readonly changes: Omit<DifferenceSummary, 'examples'> & { readonly examples: readonly ShownDifference[] };
}

export interface DryRunReport extends Omit<RunReport, 'lanes'> {
  readonly lanes: readonly LaneDryRun[];
}

/**
 * Does all that an import does except writing: a database that is not there counts as empty, and is not made.
 *
 * @throws ErplyError when Erply cannot be asked, DatabaseError when the database cannot be read.
 */
export async function dryRun(options: DryRunOptions): Promise<DryRunReport> {
  const { credentials, database: address, now, maxExamples, values, onClientEvent, ...runOptions } = options;
  const { clientCode } = credentials;
  const clock = { now };
  await using client = connect(credentials, onClientEvent);
  await using database = await openIfFilled(address);
  const copy = database && (await openCopy(database, { clientCode, clock, lanes: options.lanes }));
  const base: ReadableSink<SqlRow> = copy?.sink ?? openEmptySink(clientCode);
  const shown = createShownValues(clientCode, values ? maxExamples : 0);
  const sink = createDryRunSink(base, { onCompared: shown.note });
  const lanes = copy?.lanes ?? options.lanes;
  const report = await runLanes({ client, sink, clock, ...runOptions, lanes });
  return {
    ...report,
    lanes: report.lanes.map((lane) => {
      const { examples, ...changes } = sink.changesOf(lane.lane, maxExamples);
      return { ...lane, changes: { ...changes, examples: examples.map((one) => shown.add(lane.lane, one)) } };
    }),
  };
}

/** Lanes without personal data: those that are copied unless others are named. */
const isShown = (lane: string) => defaultLanes.some(({ name }) => name === lane);

/** Keeps the values of the first rows of each lane that would change, and of people never. */
function createShownValues(clientCode: string, max: number) {
  const tableOf = openLaneTables(clientCode);
  const rows = new Map<string, Map<string, ComparedRow<SqlRow>>>();
  return {
    note(lane: string, compared: ComparedRow<SqlRow>): void {
      if (compared.difference?.kind !== 'changed' || !isShown(lane)) return;
      const kept = rows.get(lane) ?? new Map<string, ComparedRow<SqlRow>>();
      rows.set(lane, kept);
      const name = nameOf(compared.difference);
      if (kept.size < max || kept.has(name)) kept.set(name, compared);
    },
    add(lane: string, example: Difference): ShownDifference {
      const compared = example.kind === 'changed' ? rows.get(lane)?.get(nameOf(example)) : undefined;
      if (!compared?.stored) return example;
      const { fieldsOf } = tableOf(lane);
      const [before, after] = [fieldsOf(compared.stored.row), fieldsOf(compared.row)];
      const values = example.fields.map((field) => ({ field, before: before[field], after: after[field] }));
      return { ...example, values };
    },
  };
}

const nameOf = ({ id, warehouseID = 0 }: Difference) => `${id}/${warehouseID}`;
