import { createRequire } from 'node:module';

import { outlineOf } from '../wire/json-outline.ts';
import { DataFault } from './data-fault.ts';

/** The most that is read of a document at once, and how deep it may be nested: a parser takes it without a pause. */
const maxCharacters = { json: 16 * 1024 * 1024, yaml: 1024 * 1024 } as const;
const maxDepth = 64;

/** Tables by their names, with the records of each; deletions under `deleted`. */
export type DataDocument = Readonly<Record<string, unknown>>;

/**
 * Data is an object of tables.
 * @throws DataFault
 */
export function checkDocument(document: unknown): DataDocument {
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    return document as DataDocument;
  throw new DataFault('the data needs an object of tables, as {"products":[{"productID":1}]}');
}

function readJson(text: string): unknown {
  if (outlineOf(text, Number.POSITIVE_INFINITY).depth > maxDepth)
    throw new DataFault(`the data is nested deeper than ${maxDepth}`);
  try {
    return JSON.parse(text);
  } catch {
    throw new DataFault('the data is not JSON');
  }
}

function readYaml(text: string): unknown {
  // Only who has YAML pays for its parser, and a start with a file does not wait.
  const { parse, YAMLParseError } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  try {
    return parse(text, { maxAliasCount: 100, logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw new DataFault('the data has too many aliases');
    const line = error.linePos?.[0].line;
    throw new DataFault(line === undefined ? 'the data is not YAML' : `line ${line}: not YAML`);
  }
}

/**
 * Reads JSON or YAML.
 * @throws DataFault
 */
export function readDocument(text: string, format: 'json' | 'yaml'): DataDocument {
  const most = maxCharacters[format];
  if (text.length > most)
    throw new DataFault(
      `the data is longer than ${most} characters: send it as NDJSON, a record a line`,
      413,
    );
  return checkDocument(format === 'json' ? readJson(text.replace(/^\ufeff/, '')) : readYaml(text));
}
