import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type DataFormat, dataFormats, isDataFormat } from '../../own-data/data-formats.ts';
import { exportEntries } from '../../own-data/export-entries.ts';
import { writeData } from '../../own-data/write-data.ts';
import { turnTaker } from '../../slices.ts';
import type { AccountAccess } from '../account-access.ts';
import { yesOrNo } from '../body-fields.ts';
import { bodySchema, checkBody, unknownName } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { sideTables } from './side-tables.ts';

export interface ExportOptions {
  /** @default 'ndjson' */
  readonly format?: DataFormat | undefined;
  /** Only these tables, `users`, `stockMovements`, `stockChangeTimes` or `stockLevels`. @default all */
  readonly tables?: readonly string[] | undefined;
  /** Only what the account has changed since its start. @default false */
  readonly changed?: boolean | undefined;
}

export interface ExportControl {
  /** The records of the account as `importData` takes them, piece by piece, all of one moment. */
  exportData(options?: ExportOptions): AsyncIterable<string>;
}

const exportBody = lazily(() => {
  const tables = 'at least one table, as products,brands';
  return bodySchema('an export has no', {
    format: z.enum(formatNames, { error: `one of ${formatNames.join(', ')}` }).optional(),
    tables: z.array(z.string(), { error: tables }).min(1, { error: tables }).optional(),
    changed: yesOrNo().optional(),
  });
});

function checkTables(account: Account, tables: readonly string[] | undefined): void {
  const names = [...account.tableNames, ...sideTables.map(({ name }) => name)];
  const unknown = tables?.find((table) => !names.includes(table));
  if (unknown !== undefined) throw new ControlError(404, unknownName('no table', unknown, names));
}

/** Pieces are joined up to this many characters: a line each would be a thousand times the work. */
const pieceCharacters = 64 * 1024;

async function* joined(pieces: Promise<Iterable<string>>): AsyncGenerator<string> {
  const takeTurn = turnTaker();
  let text = '';
  for (const piece of await pieces) {
    text += piece;
    if (text.length < pieceCharacters) continue;
    yield text;
    text = '';
    await takeTurn();
  }
  if (text !== '') yield text;
}

export function exportControl({ toRead }: AccountAccess): ExportControl {
  return {
    exportData(options = {}) {
      checkBody(exportBody(), options);
      const { format = 'ndjson', tables, changed = false } = options;
      const account = toRead();
      checkTables(account, tables);
      const entries = exportEntries(account.copy(), { sideTables, tables, onlyChanged: changed });
      return joined(Promise.resolve(writeData(format, entries)));
    },
  };
}

const formatNames = Object.keys(dataFormats) as DataFormat[];

const names = ['format', 'tables', 'changed'];

function readQuery(query: Readonly<Record<string, string>>): ExportOptions {
  const unknown = Object.keys(query).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new ControlError(400, unknownName('an export has no', unknown, names));
  const { format = 'ndjson', tables, changed = '0' } = query;
  if (!isDataFormat(format)) throw new ControlError(400, `format needs one of ${formatNames.join(', ')}`);
  if (!['0', '1'].includes(changed)) throw new ControlError(400, 'changed needs 0 or 1');
  const wanted = tables?.split(',').filter((name) => name !== '');
  return { format, tables: wanted, changed: changed === '1' };
}

export function exportRoutes(accountOf: (c: Context) => ExportControl): Hono {
  return new Hono().get('/', (c) => {
    const options = readQuery(c.req.query());
    const pieces = accountOf(c).exportData(options);
    const body = ReadableStream.from(pieces).pipeThrough(new TextEncoderStream());
    const [contentType] = dataFormats[options.format ?? 'ndjson'];
    return new Response(body as unknown as string, {
      headers: { 'content-type': `${contentType}; charset=utf-8` },
    });
  });
}
