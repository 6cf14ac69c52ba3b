import { MappingError } from '@erply-kit/sync';

import type { SqlRow } from '../../sink/lane-table.ts';

/** How JSON writes U+0000 and halves of surrogate pairs; also found where a text has those signs in it. */
const suspicious = /\\u(?:0000|d[89a-f])/;

/**
 * PostgreSQL keeps neither U+0000 nor half of a surrogate pair, be it in a column or inside of JSON. The record goes aside
 * by this, and its page is written without it.
 *
 * @throws MappingError that names the field.
 */
export function refuseUnstorable({ values }: SqlRow): void {
  // Whatever is in a column is in the record too, which comes last.
  const json = values.at(-1);
  if (typeof json !== 'string' || !suspicious.test(json)) return;
  const path = pathOfUnstorable(JSON.parse(json));
  if (path !== undefined)
    throw new MappingError(
      path.join('.'),
      'holds a character that PostgreSQL cannot keep (U+0000, or half of a pair)',
    );
}

const isUnstorable = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** Where in a record it is; a key that is itself such a text is named by what it is in. */
function pathOfUnstorable(value: unknown): string[] | undefined {
  if (typeof value === 'string') return isUnstorable(value) ? [] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    if (isUnstorable(key)) return [];
    const path = pathOfUnstorable(inner);
    // As Erply numbers them.
    if (path) return [isList ? String(Number(key) + 1) : key, ...path];
  }
  return undefined;
}
