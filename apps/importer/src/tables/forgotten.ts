import { requiredInteger, requiredText } from './columns.ts';
import type { TableDeclaration } from './table-declaration.ts';

/** Customers who were erased and do not come back: their IDs, and nothing else of them. */
export const forgotten: TableDeclaration = {
  name: 'forgotten',
  since: 3,
  columns: { client_code: requiredText, id: requiredInteger, forgotten_at: requiredInteger },
  key: ['client_code', 'id'],
  withoutRowid: true,
};
