import { type Ascii, textOf } from './ascii.ts';

const quote = 0x22;
const backslash = 0x5c;
const openers = new Set([0x7b, 0x5b]);
const closers = new Set([0x7d, 0x5d]);
const comma = 0x2c;

/** Where the text that opens at `at` closes. */
function endOfText(json: string, at: number): number {
  let index = at + 1;
  while (json.charCodeAt(index) !== quote) index += json.charCodeAt(index) === backslash ? 2 : 1;
  return index;
}

/** Where the value that begins at `at` ends: the next comma or brace that is not inside of it. */
function endOfValue(json: string, at: number): number {
  let depth = 0;
  for (let index = at; index < json.length; index += 1) {
    const character = json.charCodeAt(index);
    if (character === quote) index = endOfText(json, index);
    else if (openers.has(character)) depth += 1;
    else if (depth === 0 && (character === comma || closers.has(character))) return index;
    else if (closers.has(character)) depth -= 1;
  }
  return json.length;
}

/** An encoded record with some of its top-level fields. The fields are cut out of the text, so they stay as encoded. */
export function selectFields(record: Ascii, isKept: (field: string) => boolean): string {
  const json = textOf(record);
  const kept: string[] = [];
  let at = 1;
  while (at < json.length - 1) {
    const nameEnd = endOfText(json, at);
    const end = endOfValue(json, nameEnd + 2);
    if (isKept(JSON.parse(json.slice(at, nameEnd + 1)) as string)) kept.push(json.slice(at, end));
    at = end + 1;
  }
  return `{${kept.join()}}`;
}
