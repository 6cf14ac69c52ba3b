import type { Account } from '../../account/account.ts';
import type { Mutation } from '../../faults/fault-rule.ts';
import type { Row } from '../../store/row.ts';
import type { Table } from '../../store/table.ts';
import { unknownName } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { checkExists, checkNewID, decodeValues } from '../data/data-control.ts';

/** A mutation as it was sent. */
export interface SentMutation {
  readonly table: string;
  readonly op: Mutation['op'];
  readonly id?: number;
  readonly values?: Readonly<Record<string, unknown>>;
}

function valuesOf({ op, values }: SentMutation): Row {
  if (values === undefined) throw new ControlError(400, `values are needed for ${op}`);
  return values;
}

function insertion(table: Table, sent: SentMutation): Mutation {
  const { key, name } = table.definition;
  const values = decodeValues(table, {
    ...valuesOf(sent),
    ...(sent.id === undefined ? {} : { [key]: sent.id }),
  });
  checkNewID(table, values[key]);
  return { table: name, op: 'insert', values };
}

function checked(account: Account, sent: SentMutation, inserted: ReadonlySet<string>): Mutation {
  const { table: name, op, id } = sent;
  if (!account.hasTable(name)) throw new ControlError(400, unknownName('no table', name, account.tableNames));
  const table = account.table(name);
  if (op === 'insert') return insertion(table, sent);
  if (id === undefined) throw new ControlError(400, `id is needed for ${op}`);
  if (!inserted.has(`${name}/${id}`)) checkExists(table, id);
  if (op === 'delete') {
    if (sent.values !== undefined) throw new ControlError(400, 'values are not for delete');
    return { table: name, op, id };
  }
  const values = decodeValues(table, valuesOf(sent));
  const { key } = table.definition;
  if (values[key] !== undefined && values[key] !== id) throw new ControlError(400, `${key} cannot change`);
  return { table: name, op, id, values };
}

/**
 * Checks mutations against the records of an account, as the control API checks those that are made at once.
 * @throws ControlError 400
 */
export function checkMutations(account: Account, sent: readonly SentMutation[]): readonly Mutation[] {
  const inserted = new Set<string>();
  return sent.map((each, index) => {
    try {
      const mutation = checked(account, each, inserted);
      const { key } = account.table(mutation.table).definition;
      if (mutation.op === 'insert') inserted.add(`${mutation.table}/${mutation.values[key]}`);
      return mutation;
    } catch (error) {
      if (error instanceof ControlError)
        throw new ControlError(400, `effect.mutate.${index}: ${error.message}`);
      throw error;
    }
  });
}
