/** A field in quotes or without, and what ends it. */
const field = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/y;

/** Reads CSV with a header as RFC 4180 has it, lines ending with a line feed. Throws where the text is not that. */
export function parseCsv(text: string): Record<string, string>[] {
  const lines: string[][] = [];
  let cells: string[] = [];
  field.lastIndex = 0;
  for (let at = 0; at < text.length; at = field.lastIndex) {
    const [, quoted, bare = '', end] = field.exec(text) ?? [];
    if (end === undefined) throw new SyntaxError(`the CSV cannot be read from character ${at} on`);
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(cells);
    cells = [];
  }
  if (cells.length > 0) throw new SyntaxError('the CSV ends in the middle of a line');
  const [names = [], ...records] = lines;
  const wrong = records.findIndex((record) => record.length !== names.length);
  if (wrong >= 0) throw new SyntaxError(`line ${wrong + 2} of the CSV has another number of fields`);
  return records.map((record) => Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])));
}
