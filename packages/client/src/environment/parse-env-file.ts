/** One line that sets a variable. */
export interface EnvEntry {
  readonly name: string;
  readonly value: string;
  /** Number of its line, from 1. */
  readonly line: number;
  /** Why the value is probably not what was meant, as a part of a sentence. */
  readonly doubt?: string;
}

export interface EnvFile {
  readonly entries: readonly EnvEntry[];
  /** Numbers of lines that are neither empty, nor a comment, nor `NAME=value`. */
  readonly unreadLines: readonly number[];
}

/** `export` is for those who let a shell read the same file. */
const assignment = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=(.*)$/;

/**
 * Reads the text of a file such as `.env` by the rules of `node --env-file`, without its mistakes: there a blank behind an
 * empty value lets it take the next line. What Node reads in a surprising way, a password that is cut at its `#` say, has a
 * doubt.
 */
export function parseEnvFile(text: string): EnvFile {
  const lines = text.split(/\r\n|\n|\r/);
  const entries: EnvEntry[] = [];
  const unreadLines: number[] = [];
  let index = 0;
  while (index < lines.length) {
    const trimmed = lines[index]?.trim() ?? '';
    const [, name, rest = ''] = assignment.exec(trimmed) ?? [];
    const line = index + 1;
    index += 1;
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    if (name === undefined) {
      unreadLines.push(line);
      continue;
    }
    const { linesTaken, ...read } = readValue(rest, lines, index);
    entries.push({ name, line, ...read });
    index += linesTaken;
  }
  return { entries, unreadLines };
}

interface ReadValue {
  readonly value: string;
  /** Lines that the value takes behind its first. */
  readonly linesTaken: number;
  readonly doubt?: string;
}

/** The value that begins with what stands behind an equals sign, and may go on in the lines from `next` on. */
function readValue(rest: string, lines: readonly string[], next: number): ReadValue {
  const first = rest.trimStart();
  const quote = first[0];
  if (quote !== '"' && quote !== "'" && quote !== '`') return readPlain(rest);
  if (first.includes(quote, 1)) return readQuoted(first, quote);
  let end = next;
  while (end < lines.length && !lines[end]?.includes(quote)) end += 1;
  if (end === lines.length) return { value: first, linesTaken: 0, doubt: 'a quotation mark is not closed' };
  return readQuoted([first, ...lines.slice(next, end + 1)].join('\n'), quote);
}

function readPlain(text: string): ReadValue {
  const hash = text.indexOf('#');
  if (hash === -1) return { value: text.trim(), linesTaken: 0 };
  const read = { value: text.slice(0, hash).trim(), linesTaken: 0 };
  if (/\s/.test(text[hash - 1] ?? '')) return read;
  return { ...read, doubt: '# begins a comment, unless the value stands in quotation marks' };
}

/** A text that begins with this quotation mark and has the closing one in its last line. */
function readQuoted(text: string, quote: string): ReadValue {
  const end = text.indexOf(quote, 1);
  const inside = text.slice(1, end);
  const value = quote === '"' ? inside.replaceAll('\\n', '\n') : inside;
  const linesTaken = text.split('\n').length - 1;
  const behind = text.slice(end + 1).trim();
  if (behind !== '' && !behind.startsWith('#'))
    return { value, linesTaken, doubt: 'something stands behind the closing quotation mark' };
  if (linesTaken > 0)
    return { value, linesTaken, doubt: 'its quotation mark is not closed in the same line' };
  if (value !== inside)
    return { value, linesTaken, doubt: '\\n is a line break in double quotation marks; use single ones' };
  return { value, linesTaken };
}
