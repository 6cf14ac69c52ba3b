import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import { tables } from '@erply-kit/schemas';

import { frozenMock } from '../../test/ask.ts';

const unwrapped = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;

/** Every list of objects in records of a table, with the names of their fields. */
const lists = Object.values(tables).flatMap(({ name: table, record }) =>
  Object.entries(record().shape).flatMap(([field, schema]) => {
    const list = unwrapped(schema);
    const element = list instanceof z.ZodArray ? unwrapped(list.element) : undefined;
    return element instanceof z.ZodObject ? [[table, field, Object.keys(element.shape)] as const] : [];
  }),
);

describe('what is wrong inside a list', () => {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('a');
  const other = mock.account('b');
  const insert = (table: string, values: object) => () => account.data(table).insert({ ...values });

  // Lists that are computed or joined are refused whatever is in them.
  const isSet = ([table, field]: (typeof lists)[number]) => {
    try {
      other.data(table).insert({ [field]: [] });
    } catch (error) {
      return !/ is (computed|read from)/.test(String(error));
    }
    return true;
  };

  it.each(lists.filter(isSet))('of %s is named with its place: %s', (table, field, names) => {
    const wrong = Object.fromEntries(names.map((name) => [name, () => 0]));
    const place = `^${table}: ${field}\\[0\\]\\.(${names.join('|')}) is `;
    expect(insert(table, { [field]: [wrong] })).toThrow(new RegExp(place));
  });

  it.each([
    [{ rows: [{ rowID: 1 }, { rowID: 2, vatrateID: 'x' }] }, 'rows[1].vatrateID is not an integer'],
    [{ rows: 5 }, 'rows is '],
    [{ rows: [{ rowID: 1 }, 5] }, 'rows[1] is '],
    [{ rows: [{ rowID: 1 }, { rowID: 2, vatRateID: 1 }] }, 'rows[1] has no field "vatRateID"'],
    [{ rows: [{ rowID: 1, 'a\nb': 1 }] }, 'rows[0] has no field "a\\nb"'],
  ])('or a part of it: %j', (values, problem) => {
    expect(insert('salesDocuments', values)).toThrow(`salesDocuments: ${problem}`);
    expect(account.data('salesDocuments').list()).toEqual([]);
  });
});
