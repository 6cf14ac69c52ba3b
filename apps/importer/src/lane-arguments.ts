import { UsageError } from '@erply-kit/command-line';
import { didYouMean } from '@erply-kit/command-line/erply';
import { defaultLanes, documentLanes, type Lane, peopleLanes } from '@erply-kit/sync';

import type { OptionDeclarations } from './options/option.ts';
import { limitedTables } from './tables/all-tables.ts';

/** Every lane there is, those with personal data too. */
export const allLanes: readonly Lane[] = [...defaultLanes, ...peopleLanes, ...documentLanes];

/** The lanes of a list such as `products,stock`. */
export function readLanes(list: string | undefined): readonly Lane[] {
  if (list === undefined) return defaultLanes;
  const names = allLanes.map(({ name }) => name);
  return list.split(',').map((typed) => {
    const lane = allLanes.find(({ name }) => name === typed.trim());
    if (lane) return lane;
    throw new UsageError(
      `there is no lane "${typed}"${didYouMean(typed, names) || `; there are ${names.join(', ')}`}`,
    );
  });
}

/** Columns to fill of a table with personal data, or all of them. */
export type FieldChoice = readonly string[] | 'all';

/** What was chosen, by lane; a lane that is not in it stays as it is. */
export type FieldChoices = ReadonlyMap<string, FieldChoice>;

const flags = { 'customer-fields': limitedTables.customers, 'address-fields': limitedTables.addresses };

/** The options that choose columns. */
export const fieldFlags: OptionDeclarations = Object.fromEntries(
  Object.keys(flags).map((flag) => [flag, { type: 'string' }]),
);

/** The columns of lists such as `group_id,email`. */
export function readFieldChoices(
  texts: ReadonlyMap<string, readonly string[]>,
  lanes: readonly Lane[],
): FieldChoices {
  const choices = new Map<string, FieldChoice>();
  for (const [flag, { lane, columns }] of Object.entries(flags)) {
    const list = texts.get(flag)?.at(-1);
    if (list === undefined) continue;
    if (!lanes.some(({ name }) => name === lane))
      throw new UsageError(`--${flag} is about the lane ${lane}; name that in --lanes too`);
    choices.set(lane, readColumns(list, { flag, columns: Object.keys(columns) }));
  }
  return choices;
}

interface Flag {
  readonly flag: string;
  readonly columns: readonly string[];
}

/** In the order of the table, each once. `id` is there anyway. */
function readColumns(list: string, { flag, columns }: Flag): FieldChoice {
  const typed = list.split(',').map((name) => name.trim());
  if (typed.join() === 'all') return 'all';
  const unknown = typed.find((name) => name !== 'id' && !columns.includes(name));
  if (unknown !== undefined)
    throw new UsageError(
      `--${flag}: there is no column "${unknown}"${didYouMean(unknown, columns) || `; there are ${columns.join(', ')}`}`,
    );
  return columns.filter((name) => typed.includes(name));
}
