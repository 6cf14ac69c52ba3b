import { fieldsNotStored } from '../store/joins.ts';
import type { Row } from '../store/row.ts';
import type { Table } from '../store/table.ts';
import { nameFields } from './languages.ts';

/**
 * The fields of a change that rows hold: those of the record, and what refers to another table even where no record shows
 * it, what the table hides, and names in all languages.
 */
export function storedFields(table: Table, fields: Row, before: Row | undefined): Row {
  const notStored = new Set(fieldsNotStored(table));
  const { record, references, hidden } = table.definition;
  const kept = { ...record().shape, ...references, ...hidden?.().shape };
  const isKept = (name: string) => Object.hasOwn(kept, name) || nameFields.includes(name);
  const { toStored } = table.behaviour;
  return Object.fromEntries(
    Object.entries(toStored === undefined ? fields : toStored(fields, before)).filter(
      ([name]) => isKept(name) && !notStored.has(name),
    ),
  );
}
