const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const [openBracket, closeBracket] = [0x5b, 0x5d];
const [openBrace, closeBrace] = [0x7b, 0x7d];

/** What `JSON.parse` does not say about a text. */
export interface JsonOutline {
  /** How deep it is nested: 1 for an array of numbers. */
  readonly depth: number;
  /** How many members and items it has, at any depth. */
  readonly values: number;
  /** The keys of the outermost object as they are written, quotes included, in the order of the text. */
  readonly keys: readonly string[];
}

/** Where the text that opens at a position closes, or the end of the JSON. */
function closingQuoteAt(json: string, opensAt: number): number {
  let at = json.indexOf('"', opensAt + 1);
  while (at !== -1) {
    let backslashes = 0;
    while (json.charCodeAt(at - 1 - backslashes) === backslash) backslashes += 1;
    if (backslashes % 2 === 0) return at;
    at = json.indexOf('"', at + 1);
  }
  return json.length;
}

/**
 * The outline of a JSON text, or of its beginning where there are more values than wanted. Whether it is valid is found
 * out by who parses it.
 */
export function outlineOf(json: string, mostValues = Number.POSITIVE_INFINITY): JsonOutline {
  const keys: string[] = [];
  let values = 0;
  let depth = 0;
  let deepest = 0;
  let textAt = 0;
  let textEnd = 0;
  for (let at = 0; at < json.length && values <= mostValues; at += 1) {
    const code = json.charCodeAt(at);
    if (code === comma) values += 1;
    else if (code === quote) {
      textAt = at;
      at = closingQuoteAt(json, at);
      textEnd = at + 1;
    } else if (code === openBracket || code === openBrace) {
      depth += 1;
      values += 1;
      deepest = Math.max(deepest, depth);
    } else if (code === closeBracket || code === closeBrace) depth -= 1;
    else if (code === colon && depth === 1) keys.push(json.slice(textAt, textEnd));
  }
  return { depth: deepest, values, keys };
}
