import { laneTables } from '../tables/all-tables.ts';
import type { TableDeclaration } from '../tables/table-declaration.ts';

/** Stock that a run has read and not yet put in place: half of something, which nobody should count. */
const unfinished = 'stock_staged';

/** The tables that can be exported: those of the lanes. The others are the importer's own notes. */
export const exportedTables: readonly TableDeclaration[] = laneTables
  .flatMap(({ tables }) => tables)
  .filter(({ name }) => name !== unfinished);
