import { requiredInteger, requiredText } from './columns.ts';
import type { TableDeclaration } from './table-declaration.ts';

/**
 * The columns that a lane fills, where not all: a list with commas. `is_erased` is 0 as long as the file may still hold
 * what the other columns had.
 */
export const chosenColumns: TableDeclaration = {
  name: 'chosen_columns',
  since: 3,
  columns: {
    client_code: requiredText,
    lane: requiredText,
    columns: requiredText,
    is_erased: requiredInteger,
  },
  key: ['client_code', 'lane'],
  withoutRowid: true,
};
