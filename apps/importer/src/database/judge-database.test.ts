import { expect, test } from 'vitest';

import { allTables } from '../tables/all-tables.ts';
import { judgeDatabase } from './judge-database.ts';
import { applicationId } from './schema.ts';

const known = 3;
const tableNames = allTables.map(({ name }) => name);
const tablesOf1 = allTables.filter(({ since }) => since === 1).map(({ name }) => name);
const importers = { applicationId, version: known, tables: tableNames };
const nothing = { applicationId: 0, version: 0, tables: [] };

test.each([
  { what: 'a file that SQLite has just made', facts: nothing, verdict: 'empty' },
  { what: 'tables of this version', facts: importers, verdict: 'ready' },
  {
    what: 'tables of an older version',
    facts: { ...importers, version: 1, tables: tablesOf1 },
    verdict: 'older',
  },
  { what: 'tables from before the ID', facts: { ...importers, applicationId: 0 }, verdict: 'ready' },
])('$what: $verdict', ({ facts, verdict }) => {
  expect(judgeDatabase(facts, known)).toBe(verdict);
});

test.each([
  {
    what: 'a version before the first',
    facts: { ...importers, version: 0 },
    problem:
      'is damaged, its schema has the version 0, which no importer writes; name another file, and import into it anew',
  },
  {
    what: 'a table of an older schema that is lost',
    facts: { ...importers, version: 1, tables: tablesOf1.filter((name) => name !== 'stock') },
    problem: 'is damaged, it has no table stock; name another file, and import into it anew',
  },
  {
    what: 'a newer schema',
    facts: { ...importers, version: 4, tables: ['anything'] },
    problem:
      'was written by a newer importer (schema 4; this one knows 3); use that one, or name another file',
  },
  {
    what: 'a newer schema without tables or ID',
    facts: { ...nothing, version: 99 },
    problem:
      'was written by a newer importer (schema 99; this one knows 3); use that one, or name another file',
  },
  {
    what: 'a table that is lost',
    facts: { ...importers, tables: tableNames.filter((name) => name !== 'stock') },
    problem: 'is damaged, it has no table stock; name another file, and import into it anew',
  },
  {
    what: 'the ID of another program',
    facts: { ...importers, applicationId: 7, tables: [] },
    problem: 'belongs to another program; name another file',
  },
  {
    what: 'tables of another program, whatever its version',
    facts: { ...nothing, version: known, tables: ['products', 'orders'] },
    problem: 'belongs to another program, it has the table products and 1 more; name another file',
  },
  {
    what: 'a table whose name is not a word',
    facts: { ...nothing, tables: [`bad\n\u001b[2J${'x'.repeat(90)}`] },
    problem: `belongs to another program, it has the table bad??[2J`.replace('[', '?'),
  },
])('$what: one sentence', ({ facts, problem }) => {
  expect(judgeDatabase(facts, known)).toEqual({ problem: expect.stringContaining(problem) });
});

test('a schema is called a schema', () => {
  expect(judgeDatabase({ ...nothing, place: 'schema', tables: ['orders'] }, known)).toEqual({
    problem: 'belongs to another program, it has the table orders; name another schema',
  });
});
