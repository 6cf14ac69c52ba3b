import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { applyData, type ImportSummary } from '../../own-data/apply-data.ts';
import { checkData, type References } from '../../own-data/check-data.ts';
import { DataFault } from '../../own-data/data-fault.ts';
import { type DataFormat, dataFormats } from '../../own-data/data-formats.ts';
import { linesOf, linesOfStream } from '../../own-data/data-lines.ts';
import { checkDocument, type DataDocument, readDocument } from '../../own-data/read-document.ts';
import { stageDocument, stageLine } from '../../own-data/stage-data.ts';
import { StagedData } from '../../own-data/staged-data.ts';
import type { Server } from '../../server.ts';
import { type Steps, takeAtOnce, takeInSlices, turnTaker } from '../../slices.ts';
import { readBody } from '../../wire/read-body.ts';
import type { AccountAccess } from '../account-access.ts';
import { bodySchema, checkBody, unknownName } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { sideTables } from './side-tables.ts';

/** Data of one's own: tables by their names, a text in one of the formats, or NDJSON as a stream of bytes. */
export type OwnData = DataDocument | string | AsyncIterable<Uint8Array>;

export interface ImportOptions {
  /** Of a text. @default 'ndjson' */
  readonly format?: DataFormat | undefined;
  /** `unchecked` takes records that refer to others that are not there, as old shops have them. @default 'checked' */
  readonly references?: References | undefined;
}

export interface ImportControl {
  /**
   * Takes records into the account, all of them or none: those with the ID of a record that is there change the fields
   * that they name, the others are added. A text is NDJSON unless `format` says otherwise.
   */
  importData(data: OwnData, options?: ImportOptions): Promise<ImportSummary>;
}

const importBody = lazily(() => {
  const oneOf = <TName extends string>(names: readonly TName[]) =>
    z.enum(names, { error: `one of ${names.join(', ')}` }).optional();
  return bodySchema('an import has no', {
    format: oneOf(Object.keys(dataFormats) as DataFormat[]),
    references: oneOf<References>(['checked', 'unchecked']),
  });
});

async function stageLines(data: StagedData, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const takeTurn = turnTaker();
  let number = 0;
  for await (const line of lines) {
    number += 1;
    stageLine(data, line, number);
    await takeTurn();
  }
}

async function stageText(data: StagedData, text: string, format: DataFormat): Promise<void> {
  if (format === 'ndjson') return stageLines(data, linesOf(text));
  return takeInSlices(stageDocument(data, readDocument(text, format)));
}

/** How often data is written anew because somebody else changed the account meanwhile; then nobody is let in between. */
const maxAttempts = 4;

/** Writes data to a copy of the account, in slices, and puts the copy in its place: nobody sees the half of it. */
async function write(
  access: AccountAccess,
  data: StagedData,
  references: References,
): Promise<ImportSummary> {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const account = access.toRead();
    const { changeCount } = account;
    const copy = account.copy();
    const steps = checkAndApply(copy, data, references);
    const summary = attempt === maxAttempts ? takeAtOnce(steps) : await takeInSlices(steps);
    if (access.toRead() !== account || account.changeCount !== changeCount) continue;
    access.toAdd().adopt(copy);
    return summary;
  }
  throw new ControlError(409, 'the account was forgotten meanwhile: send the data again');
}

function* checkAndApply(copy: Account, data: StagedData, references: References): Steps<ImportSummary> {
  yield* checkData(copy, data, references);
  return yield* applyData(copy, data);
}

const isStream = (data: object): data is AsyncIterable<Uint8Array> => Symbol.asyncIterator in data;

async function stage(staged: StagedData, data: OwnData, format: DataFormat): Promise<void> {
  if (typeof data === 'string') return stageText(staged, data, format);
  const document = checkDocument(data);
  if (isStream(document)) return stageLines(staged, linesOfStream(document));
  // What the caller does to it afterwards is not a change of the shop.
  return takeInSlices(stageDocument(staged, structuredClone(document)));
}

export function importControl(server: Server, access: AccountAccess): ImportControl {
  return {
    async importData(data, options = {}) {
      checkBody(importBody(), options);
      const { format = 'ndjson', references = 'checked' } = options;
      const account = access.toRead();
      account.requestsUnderWay += 1;
      try {
        const staged = new StagedData(account, { sideTables, maxBytes: server.accounts.bytesLeft });
        await stage(staged, data, format);
        const summary = await write(access, staged, references);
        server.accounts.count(access.toRead());
        return summary;
      } catch (error) {
        if (error instanceof DataFault) throw new ControlError(error.status, error.message);
        throw error;
      } finally {
        account.requestsUnderWay -= 1;
      }
    },
  };
}

/** The format that a request says its body is in. */
function formatOf(contentType: string): DataFormat {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  for (const format of ['ndjson', 'json', 'yaml'] as const)
    if ((dataFormats[format] as readonly string[]).includes(type)) return format;
  throw new ControlError(
    415,
    'send the data as Content-Type: application/x-ndjson, application/json or application/yaml',
  );
}

/** The most that is read of JSON or YAML. */
const maxDocumentBytes = 64 * 1024 * 1024;

async function documentText(c: Context): Promise<string> {
  const body = await readBody(c.req.raw, maxDocumentBytes);
  if (body === 'tooLarge') throw new ControlError(413, `the body is larger than ${maxDocumentBytes} bytes`);
  if (body === 'brokenOff') throw new ControlError(400, 'the body broke off');
  return body.text;
}

/** A body that breaks off is not a shorter shop. */
async function* unbroken(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    throw new ControlError(400, 'the body broke off');
  }
}

function referencesOf({ references = 'checked', ...others }: Readonly<Record<string, string>>): References {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw new ControlError(400, unknownName('an import has no', unknown, ['references']));
  if (references === 'checked' || references === 'unchecked') return references;
  throw new ControlError(400, 'references needs one of checked, unchecked');
}

export function importRoutes(accountOf: (c: Context) => ImportControl): Hono {
  return new Hono().post('/', async (c) => {
    const format = formatOf(c.req.header('content-type') ?? '');
    const references = referencesOf(c.req.query());
    const account = accountOf(c);
    const data =
      format === 'ndjson' ? unbroken(c.req.raw.body ?? ReadableStream.from([])) : await documentText(c);
    return c.json(await account.importData(data, { format, references }));
  });
}
