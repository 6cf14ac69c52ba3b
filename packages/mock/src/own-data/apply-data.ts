import type { Account } from '../account/account.ts';
import { eachOfStep, type Steps } from '../slices.ts';
import type { StagedData } from './staged-data.ts';
import type { StagedTable } from './staged-table.ts';
import { type Consequence, deleteRecord, writeRecords } from './write-records.ts';

/** What has become of the records of one table. */
interface TableImport {
  added: number;
  changed: number;
  deleted: number;
}

/** What an import has done, by table. */
export type ImportSummary = Readonly<Record<string, Readonly<TableImport>>>;

/** Settings first: they say in which language names are. */
const inOrder = (data: StagedData): StagedTable[] =>
  [...data.tables.values()].sort(
    (left, right) => Number(right.name === 'confParameters') - Number(left.name === 'confParameters'),
  );

/** Writes data that has been checked to an account that nobody else uses meanwhile. */
export function* applyData(account: Account, data: StagedData): Steps<ImportSummary> {
  account.changes();
  const summary = new Map<string, TableImport>();
  const countsOf = (name: string): TableImport => {
    const counts = summary.get(name) ?? { added: 0, changed: 0, deleted: 0 };
    summary.set(name, counts);
    return counts;
  };
  const tables = inOrder(data);
  yield* eachOfStep(data.deletions, (deletion) => {
    countsOf(deletion.table).deleted += deleteRecord(account, deletion) ? 1 : 0;
  });
  const consequences: Consequence[] = [];
  for (const table of tables)
    for (const consequence of yield* writeRecords(account, table, countsOf(table.name)))
      consequences.push(consequence);
  yield* eachOfStep(data.sideRecords, ({ side, fields }) => {
    const time = side.timeOf(fields);
    const happen = () => {
      countsOf(side.name)[side.write(account, fields)] += 1;
    };
    if (time === undefined) happen();
    else consequences.push({ time, happen });
  });
  consequences.sort((left, right) => left.time - right.time);
  yield* eachOfStep(consequences, ({ happen }) => happen());
  return Object.fromEntries(summary);
}
