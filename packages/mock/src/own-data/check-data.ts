import type { Account } from '../account/account.ts';
import { eachOfStep, type Steps } from '../slices.ts';
import { DataFault } from './data-fault.ts';
import type { FutureValue } from './side-table.ts';
import type { StagedData } from './staged-data.ts';

/** Whether a record that another one refers to has to be there. */
export type References = 'checked' | 'unchecked';

/** A deletion of now needs a record to delete; one that has a time may be of a record that this account never had. */
function checkDeletions(account: Account, data: StagedData): Steps {
  return eachOfStep(data.deletions, ({ where, table, id, timestamp }) => {
    if (timestamp !== undefined || account.table(table).has(id)) return;
    const problem = `${table} have no record ${id} to delete`;
    throw new DataFault(`${where}: ${problem}; with its timestamp it is a deletion of the past`);
  });
}

function checkReferences(account: Account, data: StagedData): Steps {
  const has = (tableName: string, id: number) => {
    const staged = data.tables.get(tableName);
    if (staged?.byID.has(id)) return true;
    return account.table(tableName).has(id) && staged?.deletedNow.has(id) !== true;
  };
  return eachOfStep(data.needed.all(), ({ to, id, where, table, field }) => {
    if (to.some((tableName) => has(tableName, id))) return;
    const holders = to.length === 1 ? `${to} have no` : `none of ${to.join(', ')} have a`;
    throw new DataFault(`${where}: ${table}: ${field} is ${id}, and ${holders} record ${id}`);
  });
}

/**
 * Looks whether data fits to an account.
 * @throws DataFault
 */
export function* checkData(account: Account, data: StagedData, references: References): Steps {
  yield* checkDeletions(account, data);
  if (references === 'unchecked') return;
  yield* checkReferences(account, data);
  const future: FutureValue = (tableName, id, field) => {
    const fields = data.tables.get(tableName)?.byID.get(id)?.fields;
    if (fields !== undefined && Object.hasOwn(fields, field)) return fields[field];
    const table = account.table(tableName);
    return table.has(id) ? table.value(field, id) : undefined;
  };
  yield* eachOfStep(data.sideRecords, ({ where, side, fields }) => {
    const problem = side.refused(account, fields, future);
    if (problem !== undefined) throw new DataFault(`${where}: ${side.name}: ${problem}`);
  });
}
