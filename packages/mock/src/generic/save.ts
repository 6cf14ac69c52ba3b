import {
  type AnyCall,
  brokenSaveRules,
  inputsOfRule,
  type SaveRule,
  savedIDField,
  savedIDInput,
} from '@erply-kit/schemas';

import type { Row } from '../store/row.ts';
import type { Answer } from '../wire/envelope.ts';
import { refuse } from '../wire/refusal.ts';
import { checkReferences } from './check-references.ts';
import { type CallContext, type Handler, userOf } from './handler.ts';
import { mergedAttributes } from './merged-attributes.ts';
import { savedFields } from './saved-fields.ts';

/** What stands for nothing in an input, beside `null`: the day 0000-00-00. */
const nothing: readonly unknown[] = ['', 0];

/** 1010: of something that a new record needs there is nothing. */
export function checkNeeds(call: AnyCall, input: Row): void {
  for (const inputs of (call.createNeeds ?? []) as readonly (readonly string[])[]) {
    if (inputs.every((name) => nothing.includes(input[name] ?? ''))) refuse(1010, inputs[0]);
  }
}

/** An edit breaks a rule about something that it changes: the record is judged as it will be. */
function checkSaveRules(call: AnyCall, named: Row, before: Row): void {
  const rules = (call.saveRules ?? []) as readonly SaveRule[];
  const { saveNames = {} } = call.table ?? {};
  const asSaved = Object.entries(saveNames).map(([input, field]) => [input, before[String(field)]]);
  const values = { ...before, ...Object.fromEntries(asSaved), ...named };
  const changed = rules.filter((rule) => inputsOfRule(rule).some((input) => named[input] !== undefined));
  for (const { code, field } of brokenSaveRules(changed, values)) refuse(code, field);
}

/** What a call makes of the fields that it saves; `before` is the record that is edited, none when one is made. */
export type Completion = (saved: Row, before: Row | undefined) => Row;

/** Makes a record, or changes just what is named of the one whose ID is given. Answers the ID. */
export function saveRecord(
  context: CallContext,
  input: Row,
  completed: Completion = (saved) => saved,
): number {
  const { account, call } = context;
  const user = userOf(context);
  const tableName = call.table?.name ?? '';
  const table = account.table(tableName);
  const idInput = savedIDInput(call) ?? table.definition.key;
  const { [idInput]: given, ...named } = input;
  const before = typeof given === 'number' ? table.get(given) : undefined;
  if (given !== undefined && before === undefined) refuse(1011, idInput);
  if (before === undefined) checkNeeds(call, named);
  checkReferences(account, tableName, named);
  if (before !== undefined) checkSaveRules(call, named, before);
  const saved = savedFields(table.definition, named);
  const fields = {
    ...completed(saved, before),
    ...mergedAttributes(before ?? table.behaviour.defaults ?? {}, saved),
  };
  if (before === undefined) return account.insert(tableName, fields, user);
  account.update(tableName, { id: Number(given), fields, user });
  return Number(given);
}

/** The answer of a save: the ID under the name that the call gives it. */
export const savedAnswer = (call: AnyCall, id: number): Answer => ({
  recordsTotal: 1,
  records: [`{"${savedIDField(call)}":${id}}`],
});

/**
 * A save call whose inputs mean what they say: the definition knows what a new record needs, the table what refers to
 * others and is named otherwise.
 */
export const genericSave: Handler = (context, input: Row) =>
  savedAnswer(context.call, saveRecord(context, input));
