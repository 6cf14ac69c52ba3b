import { type Connection, readConnection } from '@erply-kit/command-line/erply';
import type { Lane } from '@erply-kit/sync';

import { readLanes } from '../lane-arguments.ts';
import { type DatabaseOptions, databaseOptions, readDatabaseOptions } from './database-options.ts';
import type { Given, OptionDeclarations } from './option.ts';

/** What every command takes that reads lanes from Erply. */
export const readingOptions = {
  ...databaseOptions,
  lanes: { type: 'string' },
  'allow-insecure': { type: 'boolean' },
  'allow-link-host': { type: 'string' },
} as const satisfies OptionDeclarations;

export interface ReadingOptions extends DatabaseOptions {
  readonly connection: Connection;
  readonly lanes: readonly Lane[];
}

export function readReadingOptions(given: Given): ReadingOptions {
  const { texts, switches } = given;
  return {
    ...readDatabaseOptions(given),
    connection: readConnection(switches.has('allow-insecure'), texts.get('allow-link-host') ?? []),
    lanes: readLanes(texts.get('lanes')?.at(-1)),
  };
}
