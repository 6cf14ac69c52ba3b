// Browsers and their workers: neither undici nor the streams of Node, which the reader of CSV files needs.
import type { RowReader } from '../csv/read-rows.ts';

export { createFetchTransport as createDefaultTransport } from '../transport/fetch-transport.ts';
export { createUndiciTransport } from '../transport/no-undici-transport.ts';

export const readRows: RowReader | undefined = undefined;
