/** What one row is sorted by. */
export type SortKey = number | string;

/** An order of rows. */
export interface Order {
  /** The same name for the same order: what was sorted is remembered by it. */
  readonly name: string;
  /** Reads what a row is sorted by. */
  readonly keyOf: (get: (field: string) => unknown) => SortKey;
  /** How keys compare: numbers; texts by their characters; or values as people sort them, whatever their case or accents. */
  readonly by: 'number' | 'text' | 'language';
}

const inLanguage = new Intl.Collator('en', { sensitivity: 'base' });

/** As people sort values: texts among texts, where an unset one comes first. */
function compareInLanguage(left: SortKey, right: SortKey): number {
  if (typeof left === 'string' || typeof right === 'string')
    return inLanguage.compare(left === 0 ? '' : String(left), right === 0 ? '' : String(right));
  return left - right;
}

const compareValues = (left: SortKey, right: SortKey) => (left === right ? 0 : left < right ? -1 : 1);

/** Compares two keys of an order: below 0 when the left one comes first. */
export const comparing = ({ by }: Order): ((left: SortKey, right: SortKey) => number) =>
  by === 'language' ? compareInLanguage : compareValues;

/** By a number of each row; one that is not set is 0. */
export const byNumber = (field: string): Order => ({
  name: `number ${field}`,
  keyOf: (get) => Number(get(field) ?? 0),
  by: 'number',
});

/** By a text of each row, whatever its case; one that is not set comes first. */
export const byText = (field: string): Order => ({
  name: `text ${field}`,
  keyOf: (get) => String(get(field) ?? '').toLowerCase(),
  by: 'text',
});

/** A text without its case and accents. */
function foldedText(text: string): string {
  // Most are ASCII, and a million are sorted.
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain.toLowerCase();
}

/** As `byText`, whatever the accents, too. Compared by characters: a language's own rules take many times as long. */
export const byFoldedText = (field: string): Order => ({
  name: `folded ${field}`,
  keyOf: (get) => foldedText(String(get(field) ?? '')),
  by: 'text',
});

/** By a field of either kind, as people sort it. */
export const inLanguageBy = (field: string): Order => ({
  name: `language ${field}`,
  keyOf: (get) => (get(field) ?? 0) as SortKey,
  by: 'language',
});
