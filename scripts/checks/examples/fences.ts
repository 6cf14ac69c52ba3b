import type { ExampleLine } from './example.ts';

/** A fenced block of a text in Markdown. */
export interface Fence {
  /** What stands behind the mark that opens it. */
  readonly info: string;
  readonly line: number;
  readonly lines: readonly ExampleLine[];
}

/** The fenced blocks; one that never ends reaches to the end of the text. */
export function fencesOf(lines: readonly ExampleLine[]): Fence[] {
  const fences: Fence[] = [];
  let open: { mark: string; indent: number; lines: ExampleLine[] } | undefined;
  for (const { text, line } of lines) {
    const [, indent = '', mark = '', info = ''] = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(text) ?? [];
    if (!open && mark !== '') {
      open = { mark, indent: indent.length, lines: [] };
      fences.push({ info: info.trim(), line, lines: open.lines });
    } else if (open && mark.startsWith(open.mark) && info.trim() === '') open = undefined;
    else open?.lines.push({ text: text.slice(Math.min(open.indent, text.search(/\S|$/))), line });
  }
  return fences;
}
