const tab = 0x09;
const carriageReturn = 0x0d;
const space = 0x20;
const quotes = new Set([0x22, 0x27]);
const backslash = 0x5c;

/** What C's `isspace` takes for a blank; JavaScript's `\s` takes more. */
export const isBlank = (code: number) => code === space || (code >= tab && code <= carriageReturn);

/** Where the text goes on behind blanks. */
function afterBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Where the text goes on behind a character that may be there more than once. */
function afterAll(text: string, code: number, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === code) at += 1;
  return at;
}

/**
 * Where the quotes that open at a position are closed, or the end. A backslash hides a quote of the same kind and, in the
 * value of a parameter, another backslash.
 */
function closingQuoteAt(text: string, opensAt: number, inValue: boolean): number {
  const quote = text.charCodeAt(opensAt);
  for (let at = opensAt + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    const next = text.charCodeAt(at + 1);
    if (code === backslash && (next === quote || (inValue && next === backslash))) at += 1;
  }
  return text.length;
}

/** Where a character stands outside of quotes, or the end. */
function outsideQuotes(text: string, code: number, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const here = text.charCodeAt(at);
    if (here === code) return at;
    if (quotes.has(here)) at = closingQuoteAt(text, at, false);
  }
  return text.length;
}

/** The value of a parameter: in quotes of either kind, or up to a blank. */
function wordAt(text: string, from: number): string {
  const at = afterBlanks(text, from);
  if (!quotes.has(text.charCodeAt(at))) {
    let end = at;
    while (end < text.length && !isBlank(text.charCodeAt(end))) end += 1;
    return text.slice(at, end).replaceAll('\\\\', '\\');
  }
  const quoted = text.slice(at + 1, closingQuoteAt(text, at, true));
  if (!quoted.includes('\\')) return quoted;
  return quoted.replace(text[at] === '"' ? /\\([\\"])/g : /\\([\\'])/g, '$1');
}

/** What PHP reads in the `Content-Disposition` of a part. */
export interface Disposition {
  readonly name: string | undefined;
  readonly isFile: boolean;
}

const semicolon = 0x3b;
const equals = 0x3d;

/**
 * Reads a `Content-Disposition` as PHP does: what kind it is does not matter, names of parameters are taken to the
 * letter (`name*` is not `name`, nor is `name ` with a blank), and the last of each counts.
 */
export function readDisposition(header: string): Disposition {
  let name: string | undefined;
  let isFile = false;
  let at = afterBlanks(header, 0);
  while (at < header.length) {
    const end = outsideQuotes(header, semicolon, at);
    const parameter = header.slice(at, end);
    at = afterBlanks(header, afterAll(header, semicolon, end));
    if (!parameter.includes('=')) continue;
    const equalsAt = outsideQuotes(parameter, equals, 0);
    const key = parameter.slice(0, equalsAt).toLowerCase();
    if (key === 'name') name = wordAt(parameter, afterAll(parameter, equals, equalsAt));
    if (key === 'filename') isFile = true;
  }
  return { name, isFile };
}
