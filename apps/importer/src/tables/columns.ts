import { MappingError } from '@erply-kit/sync';

import type { ColumnDeclaration, ColumnType } from './table-declaration.ts';

export type SqlValue = string | number | null;

export type FieldReader = (record: Readonly<Record<string, unknown>>) => SqlValue;

/** A column that is filled from one field of a record. */
export interface FieldColumn extends ColumnDeclaration {
  /** The field, in Erply's name. */
  readonly field: string;
  readonly read: FieldReader;
}

/** Makes columns of a field that every record has. Without it the record goes aside: what is missing is not 0. */
function columnOf(type: ColumnDeclaration['type'], what: string, accepts: (value: unknown) => boolean) {
  return (field: string): FieldColumn => ({
    type,
    field,
    read(record) {
      const value = record[field];
      if (accepts(value)) return value as SqlValue;
      const isMissing = value === undefined || value === null || value === '';
      throw new MappingError(field, isMissing ? 'missing' : `not ${what}`);
    },
  });
}

export const text = columnOf('text', 'a text', (value) => typeof value === 'string');
export const integer = columnOf('integer', 'an integer', Number.isSafeInteger);
export const decimal = columnOf('decimal', 'a number', Number.isFinite);

/** A day as yyyy-mm-dd; null in SQL where Erply has none. */
export const date = columnOf('text', 'a day', (value) => value === null || typeof value === 'string');

/** As `integer`, of a field that only some records have: null in SQL where it is absent. */
export const optionalInteger = (field: string): FieldColumn => {
  const { read, ...column } = integer(field);
  return { ...column, read: (record) => (record[field] === undefined ? null : read(record)) };
};

/** As `decimal`, of a field that only some records have: null in SQL where it is absent. */
export const optionalDecimal = (field: string): FieldColumn => {
  const { read, ...column } = decimal(field);
  return { ...column, read: (record) => (record[field] === undefined ? null : read(record)) };
};

/** As `text`, of a field that only some records have: null in SQL where it is absent. */
export const optionalText = (field: string): FieldColumn => {
  const { read, ...column } = text(field);
  return { ...column, read: (record) => (record[field] === undefined ? null : read(record)) };
};

export const requiredText: ColumnDeclaration = { type: 'text', required: true };
export const requiredInteger: ColumnDeclaration = { type: 'integer', required: true };

/** The types of columns, by name. */
export const typesOf = (
  columns: Readonly<Record<string, ColumnDeclaration>>,
): Readonly<Record<string, ColumnType>> =>
  Object.fromEntries(Object.entries(columns).map(([name, { type }]) => [name, type]));
