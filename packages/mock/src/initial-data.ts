import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';

import { Account, type SharedState } from './account/account.ts';
import { sideTables } from './control/data/side-tables.ts';
import { OptionError, type ResolvedOptions } from './options.ts';
import { applyData } from './own-data/apply-data.ts';
import { checkData } from './own-data/check-data.ts';
import { DataFault } from './own-data/data-fault.ts';
import type { DataFormat } from './own-data/data-formats.ts';
import { linesOf, maxDataBytes } from './own-data/data-lines.ts';
import { checkDocument, type DataDocument, readDocument } from './own-data/read-document.ts';
import { stageDocument, stageLine } from './own-data/stage-data.ts';
import { StagedData } from './own-data/staged-data.ts';
import { readFailure } from './read-failure.ts';
import { takeAtOnce } from './slices.ts';

const formats: Readonly<Record<string, DataFormat>> = {
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
  '.yaml': 'yaml',
  '.yml': 'yaml',
};

/** Reads a file of UTF-8; `option` is the one that names it. */
export function readTextFile(path: string, option: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new OptionError(`${path}: ${readFailure(error)}`, option);
  }
  if (bytes.length > maxDataBytes)
    throw new OptionError(`${path}: is larger than ${maxDataBytes} bytes`, option);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new OptionError(`${path}: is not UTF-8`, option);
  }
}

/** Stages what is in a file, and answers its text. */
function stageFile(data: StagedData, path: string): string {
  const endings = `a name that ends in ${Object.keys(formats).join(', ')}`;
  if (path === '') throw new OptionError(`needs ${endings}`, 'data');
  const format = formats[extname(path).toLowerCase()];
  if (format === undefined) throw new OptionError(`${path}: needs ${endings}`, 'data');
  const text = readTextFile(path, 'data');
  if (format !== 'ndjson') {
    takeAtOnce(stageDocument(data, readDocument(text, format)));
    return text;
  }
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    stageLine(data, line, number);
  }
  return text;
}

/** Stages data, and answers what tells it apart from other data. */
function stage(staged: StagedData, data: string | DataDocument): string {
  if (typeof data === 'string') return digestOf(stageFile(staged, data));
  // What the caller does to it afterwards is not a change of the shop.
  const document = structuredClone(checkDocument(data));
  takeAtOnce(stageDocument(staged, document));
  return digestOf(JSON.stringify(document));
}

const digestOf = (text: string) => hash('sha256', text).slice(0, 16);

/**
 * What every account of a server begins with beside the shop: made once, in an account that nobody sees, and shared by
 * all accounts as long as they do not change it.
 * @throws OptionError naming the file, the line and the field of the first fault.
 */
export function withInitialData(
  { data, maxAccountBytes }: Pick<ResolvedOptions, 'data' | 'maxAccountBytes'>,
  shared: SharedState,
): SharedState {
  if (data === undefined) return shared;
  const account = new Account('initial', shared);
  const staged = new StagedData(account, { sideTables, maxBytes: maxAccountBytes });
  let dataDigest: string;
  try {
    dataDigest = stage(staged, data);
    takeAtOnce(checkData(account, staged, 'checked'));
  } catch (error) {
    if (!(error instanceof DataFault)) throw error;
    const where = typeof data === 'string' ? data : 'is wrong';
    throw new OptionError(`${where}: ${error.message}`, 'data');
  }
  takeAtOnce(applyData(account, staged));
  return { ...shared, initialData: account.saveData(), dataDigest };
}
