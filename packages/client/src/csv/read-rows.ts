import { parseRows } from './parse-rows.ts';

/** Makes rows of the bytes of a CSV file. */
export type RowReader = typeof parseRows;

export const readRows: RowReader | undefined = parseRows;
