import * as z from 'zod';

import { type TableDefinition, timesInMilliseconds } from '@erply-kit/schemas';

import { nameFields } from '../account/languages.ts';
import type { ReadTable } from '../store/behaviour.ts';
import { fieldsNotStored } from '../store/joins.ts';
import type { Row } from '../store/row.ts';
import { quoted, unknownName } from '../wire/unknown-name.ts';
import { shownPlace } from './shown-place.ts';
import { unknownField } from './unknown-field.ts';

type Kind = Pick<ReadTable, 'definition' | 'behaviour'>;

type Shape = Readonly<Record<string, z.ZodType>>;

/** A record in documented types, or a sentence with what is wrong with it. */
export type ReadRecord = { readonly fields: Row } | { readonly problem: string };

const wholeNumber = z.int({ error: 'not a whole number' });
const text = z.string({ error: 'not a text' });

/** Fields that rows hold whether or not their records show them. */
function unshownFields({ references = {}, hidden }: TableDefinition): Shape {
  const ofOthers = Object.keys(references).map((name) => [name, wholeNumber]);
  const names = nameFields.map((name) => [name, text]);
  const times = [
    ['added', wholeNumber],
    ['lastModified', wholeNumber],
  ];
  return { ...hidden?.().shape, ...Object.fromEntries([...ofOthers, ...names, ...times]) };
}

/** Reads records of one table by its definition, in any spelling that Erply is known to send. */
export class RecordReader {
  readonly #definition: TableDefinition;
  readonly #shown: Shape;
  readonly #shape: Shape;
  readonly #notStored: Set<string>;

  readonly #isStored: boolean;

  /** `isStored`: records as rows hold them, with fields that no record shows, and null for what is unset. */
  constructor({ definition, behaviour }: Kind, isStored = false) {
    this.#definition = definition;
    this.#isStored = isStored;
    this.#shown = definition.record().shape as Shape;
    this.#shape = isStored ? { ...unshownFields(definition), ...this.#shown } : this.#shown;
    this.#notStored = new Set(fieldsNotStored({ definition, behaviour }));
    // It is kept as the status.
    this.#notStored.delete('active');
  }

  read(values: Row): ReadRecord {
    const fields: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(values)) {
      const problem = this.#refused(name) ?? this.#decode(name, value, fields);
      if (problem !== undefined) return { problem };
    }
    const [time] = timesInMilliseconds(this.#shown, fields);
    if (time === undefined) return { fields };
    return { problem: this.#about(`${time} is in milliseconds; it needs Unix seconds`) };
  }

  #about(problem: string): string {
    return `${this.#definition.name}: ${problem}`;
  }

  /** Why a field cannot be set. Joined fields say where they are changed. */
  #refused(name: string): string | undefined {
    const { name: table, joins, saveNames } = this.#definition;
    if (!Object.hasOwn(this.#shape, name)) {
      const read = saveNames !== undefined && Object.hasOwn(saveNames, name) ? saveNames[name] : undefined;
      const claim = `${table} have no field`;
      if (read !== undefined) return `${claim} ${quoted(name)}: in records it is called ${read}`;
      return unknownName(claim, name, Object.keys(this.#shape));
    }
    if (!this.#notStored.has(name)) return undefined;
    const join = joins?.[name];
    if (join === undefined) return this.#about(`${name} is computed: set the fields it is computed from`);
    return this.#about(`${name} is read from ${join.table}: set ${join.by}, or change the record there`);
  }

  #decode(name: string, value: unknown, fields: Record<string, unknown>): string | undefined {
    if (value === null && this.#isStored && name !== this.#definition.key) {
      fields[name] = undefined;
      return undefined;
    }
    const result = z.safeDecode(this.#shape[name] ?? z.unknown(), value as never);
    if (!result.success) {
      const [issue] = result.error.issues;
      const place = shownPlace([name, ...(issue?.path ?? [])]);
      return this.#about(`${place} is ${issue?.message ?? 'of a wrong type'}`);
    }
    const unknown = unknownField(this.#shape[name], value);
    if (unknown !== undefined)
      return this.#about(`${shownPlace([name, ...unknown.within])} has no field ${quoted(unknown.name)}`);
    fields[name] = result.data;
    return undefined;
  }
}
