import type { TableDefinition } from '@erply-kit/schemas';

import type { Row } from '../store/row.ts';

/** Input of a save call under the names that the record has, rows of numbered inputs included. */
export function savedFields(table: TableDefinition, input: Row): Row {
  const names = table.saveNames ?? {};
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [names[name] ?? name, renamed(inner)]),
    );
  };
  return renamed(input) as Row;
}
