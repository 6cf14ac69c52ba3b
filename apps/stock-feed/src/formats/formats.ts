import { csv } from './csv.ts';
import type { FeedFormat } from './feed-format.ts';
import { ndjson } from './ndjson.ts';

/** Every format that the feed can be written in, by name: also the ending of its files. */
export const formats = { csv, ndjson } as const satisfies Readonly<Record<string, FeedFormat>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];
