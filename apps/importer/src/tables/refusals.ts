import { requiredInteger, requiredText } from './columns.ts';
import type { TableDeclaration } from './table-declaration.ts';

/** Lanes that the last run has held back for safety, until one goes through: for `status` and what watches it. */
export const refusals: TableDeclaration = {
  name: 'refusals',
  since: 5,
  columns: {
    client_code: requiredText,
    lane: requiredText,
    kind: requiredText,
    message: requiredText,
    refused_at: requiredInteger,
  },
  key: ['client_code', 'lane'],
};
