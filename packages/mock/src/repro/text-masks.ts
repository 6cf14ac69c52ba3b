import * as z from 'zod';

import { type AnyCall, calls, type TableDefinition, wireOf } from '@erply-kit/schemas';

import type { Row } from '../store/row.ts';

/** Settings that say which fields names are in; nothing else can stand there. */
const settingsOfLanguages = ['default_language', 'langs', 'languages'];

/** Dates and times as records have them: one that may not be shown is left out, as another one would be wrong. */
const dateLike = /^\d{4}-\d\d-\d\d/;

/** Fields of a table whose values may be read: what a call that saves or reads them would let be logged. */
function openFields(table: TableDefinition): ReadonlySet<string> {
  const own = (Object.values(calls) as AnyCall[]).filter((call) => call.table?.name === table.name);
  const inputs: readonly string[] = own.flatMap((call) => call.loggable);
  return new Set([...settingsOfLanguages, ...inputs.map((input) => table.saveNames?.[input] ?? input)]);
}

const bare = (schema: z.ZodType | undefined): z.ZodType | undefined =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? bare(schema.unwrap() as z.ZodType)
    : schema;

function fieldOf(schema: z.ZodType | undefined, name: string): z.ZodType | undefined {
  const object = bare(schema);
  if (!(object instanceof z.ZodObject)) return undefined;
  return Object.hasOwn(object.shape, name) ? (object.shape[name] as z.ZodType) : undefined;
}

/** One of the words that a field may hold says nothing of anybody. */
const isWord = (schema: z.ZodType | undefined, text: string) =>
  schema !== undefined && wireOf(schema)?.values?.includes(text) === true;

/**
 * Texts that stand in a bundle for those of changed records which nobody may read: the same for the same, and another one
 * for each other one, so that what was alike or different stays so. Numbers stay as they are.
 */
export class TextMasks {
  readonly #texts = new Map<string, string>();
  readonly #open = new Map<TableDefinition, ReadonlySet<string>>();

  of(text: string): string {
    const known = this.#texts.get(text) ?? `Text-${this.#texts.size + 1}`;
    this.#texts.set(text, known);
    return known;
  }

  row(table: TableDefinition, row: Row): Row {
    const open = this.#open.get(table) ?? openFields(table);
    this.#open.set(table, open);
    const record = table.record();
    const fields = Object.entries(row).map(([name, value]): [string, unknown] => [
      name,
      open.has(name) ? value : this.#masked(value, fieldOf(record, name)),
    ]);
    return Object.fromEntries(fields);
  }

  #masked(value: unknown, schema: z.ZodType | undefined): unknown {
    if (typeof value === 'string') {
      if (value === '' || isWord(schema, value)) return value;
      return dateLike.test(value) ? undefined : this.of(value);
    }
    if (Array.isArray(value)) {
      const list = bare(schema);
      const element = list instanceof z.ZodArray ? (list.element as z.ZodType) : undefined;
      return value.map((each) => this.#masked(each, element));
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [name, this.#masked(field, fieldOf(schema, name))]),
    );
  }
}
