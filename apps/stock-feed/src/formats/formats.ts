import { csv } from './csv.ts';
import type { FeedFormat, FormatName } from './feed-format.ts';
import { ndjson } from './ndjson.ts';

/** Every format that the feed can be written in, by name: also the ending of its files. */
export const formats: Readonly<Record<FormatName, FeedFormat>> = { csv, ndjson };

export const formatNames = Object.keys(formats) as FormatName[];
