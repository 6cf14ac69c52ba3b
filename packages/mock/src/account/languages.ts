import { languages as known, type TableDefinition } from '@erply-kit/schemas';

import type { Row } from '../store/row.ts';

/** The languages of an account. */
export interface Languages {
  /** The one that `name` is in. */
  readonly own: string;
  /** Those that it has names in, its own among them. */
  readonly all: readonly string[];
}

/** The field that a name in one language has: `nameEST`. */
export const nameField = (language: string) => `name${language.toUpperCase()}`;

/** Rows keep names in every language that a save can bring, whether or not their records show them. */
export const nameFields: readonly string[] = known.map(nameField);

/** Whether Erply has names in the language. */
export const isLanguage = (language: string) => (known as readonly string[]).includes(language);

/** The words of a comma-separated setting. */
export const wordsOf = (list: unknown) =>
  String(list ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** The languages that the settings of an account say: `default_language` and `langs`. */
export function languagesOf(settings: Row | undefined): Languages {
  const own = String(settings?.default_language ?? known[0]);
  const all = wordsOf(settings?.langs).filter(isLanguage);
  return { own, all: all.includes(own) ? all : [own, ...all] };
}

/** The field of a table's rows that has their name in the account's own language: most call it `name`. */
export const ownNameField = ({ saveNames }: Pick<TableDefinition, 'saveNames'>) => saveNames?.name ?? 'name';

/** What has names, and whether it is new. */
interface Named {
  /** The field that has the name in the account's own language. @default 'name' */
  readonly field?: string;
  readonly isNew: boolean;
}

/**
 * Names as rows keep them: there is one field for the account's own language, whichever of its two inputs a save brings.
 * A new record that has names in other languages only goes by the first of them (inferred).
 */
export function keptNames(fields: Row, own: string, { field = 'name', isNew }: Named): Row {
  const { [nameField(own)]: inOwn, ...kept } = fields;
  const names = [inOwn, kept[field], ...(isNew ? nameFields.map((other) => kept[other]) : [])];
  const name = names.find((text) => typeof text === 'string' && text !== '');
  return name === undefined ? kept : { ...kept, [field]: name };
}

/** A row as it is in a language: the names that it has in it, those in the account's own language for the others. */
export function inLanguage(row: Row, language: string, ownField = 'name'): Row {
  const field = nameField(language);
  const localized = (item: unknown) =>
    typeof item === 'object' && item !== null ? inLanguage(item as Row, language) : item;
  const fields = Object.entries(row).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(localized) : value,
  ]);
  return { ...Object.fromEntries(fields), ...(row[field] ? { [ownField]: row[field] } : {}) };
}
