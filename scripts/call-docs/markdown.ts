/** A table; rows that are all empty in a column keep it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`.replace(/ +/g, ' ');
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Text in a cell: one line, no bar that would end it, no HTML. */
function cell(text: string): string {
  return escaped(text)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}

/** Text as a page may hold it: `<` outside code would begin HTML. */
export function escaped(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('`');
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Blocks of a page, an empty line between them; `undefined` ones are left out. */
export function page(...blocks: readonly (string | undefined)[]): string {
  return `${blocks.filter((block) => block !== undefined && block !== '').join('\n\n')}\n`;
}

/** Joins the lines of a paragraph; items of a list keep theirs. */
export function reflowed(text: string): string {
  return text.replace(/(?<!\n)\n(?!\n|- )/g, ' ');
}

/** The name of a folder as a heading: `price-lists` becomes "Price lists". */
export function headingOf(folder: string): string {
  const text = folder.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
