/** Adds the star export of a file to an index, in the order of the paths; a file that is there already changes nothing. */
export function addIndexLine(index: string, file: string): string {
  const line = `export * from './${file}';`;
  const lines = index.trim() === '' ? [] : index.trim().split('\n');
  if (lines.includes(line)) return index;
  return `${[...lines, line].sort(byPath).join('\n')}\n`;
}

/** A name comes before the longer ones that begin with it, as the formatter sorts exports. */
const pathOf = (line: string) => line.replace(/\.ts';$/, '');
const byPath = (left: string, right: string) => (pathOf(left) < pathOf(right) ? -1 : 1);
