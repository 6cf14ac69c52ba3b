import { type AnyCall, savedIDInput } from '@erply-kit/schemas';

import { newRecord } from '../account/joined-fields.ts';
import type { Row } from '../account/table.ts';
import { refuse } from '../wire/refusal.ts';
import { checkReferences } from './check-references.ts';
import { type CallContext, type Handler, userOf } from './handler.ts';
import { mergedAttributes } from './merged-attributes.ts';
import { savedFields } from './saved-fields.ts';

/** 1010: of something that a new record needs there is nothing. */
function checkNeeds(call: AnyCall, input: Row): void {
  for (const inputs of (call.createNeeds ?? []) as readonly (readonly string[])[]) {
    if (inputs.every((name) => input[name] === undefined || input[name] === '' || input[name] === 0))
      refuse(1010, inputs[0]);
  }
}

/** Makes a record, or changes just what is named of the one whose ID is given, and answers its ID. */
export function saveRecord(context: CallContext, input: Row): number {
  const { account, call } = context;
  const user = userOf(context);
  const tableName = call.table?.name ?? '';
  const table = account.table(tableName);
  const idInput = idInputOf(context);
  const { [idInput]: given, ...named } = input;
  const before = typeof given === 'number' ? table.get(given) : undefined;
  if (given !== undefined && before === undefined) refuse(1011, idInput);
  if (before === undefined) checkNeeds(call, named);
  checkReferences(account, tableName, named);
  const saved = savedFields(table.definition, named);
  const fields = { ...saved, ...mergedAttributes(before ?? newRecord(table), saved) };
  if (before === undefined) return account.insert(tableName, fields, user);
  account.update(tableName, { id: Number(given), fields, user });
  return Number(given);
}

const idInputOf = ({ account, call }: CallContext): string =>
  savedIDInput(call) ?? account.table(call.table?.name ?? '').definition.key;

/**
 * A save call whose inputs mean what they say: it makes a record, or changes just what is named of the one whose ID is
 * given. The definition knows what a new record needs, the table what refers to others and is named otherwise.
 */
export const genericSave: Handler = (context, input: Row) => {
  const id = saveRecord(context, input);
  return { recordsTotal: 1, records: [`{"${idInputOf(context)}":${id}}`] };
};
