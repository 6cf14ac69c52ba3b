import { extname } from 'node:path';

import { csv } from './csv.ts';
import type { FeedFormat } from './feed-format.ts';
import { googleLocalInventory } from './google-local-inventory.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import { woocommerce } from './woocommerce.ts';
import { xml } from './xml.ts';

/** Every format that the feed can be written in, by name. */
export const formats = {
  csv,
  ndjson,
  json,
  xml,
  'google-local-inventory': googleLocalInventory,
  woocommerce,
} as const satisfies Readonly<Record<string, FeedFormat>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];

/** What a folder gets where no format is named. */
export const defaultFormats: readonly FormatName[] = ['csv', 'ndjson'];

/** The ending of a format's files, with the dot. */
export function endingOf(name: FormatName): string {
  return extname(formats[name].fileName);
}
