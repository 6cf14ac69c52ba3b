import type { Example, ExampleLine, ExamplesOfFile } from './example.ts';

/** Languages that the compiler reads. */
const languages = /^(ts|typescript|mts|cts|tsx|js|javascript|mjs|cjs|jsx)(\s|$)/i;

interface Fence {
  readonly info: string;
  readonly line: number;
  readonly lines: readonly ExampleLine[];
}

/**
 * The examples of a text in Markdown. A block is a program; words after `ts` say otherwise: `continues` for what knows the
 * block before it, `fragment` for what knows the prelude, `unchecked: why` for what cannot be compiled.
 */
export function fencedExamples(
  file: string,
  lines: readonly ExampleLine[],
  kind: Example['kind'] = 'program',
): ExamplesOfFile {
  const examples: Example[] = [];
  const unchecked: string[] = [];
  const findings: string[] = [];
  for (const fence of fencesOf(lines)) {
    const [language] = languages.exec(fence.info) ?? [];
    if (language === undefined) continue;
    const words = fence.info.slice(language.length).trim();
    const [, reason] = /^unchecked: *(\S.*)$/.exec(words) ?? [];
    const before = examples.at(-1);
    if (reason !== undefined) unchecked.push(`${file}:${fence.line}: ${reason}`);
    else if (words === 'continues' && before) {
      examples[examples.length - 1] = { ...before, lines: [...before.lines, ...fence.lines] };
    } else if (words === '' || words === 'fragment') {
      examples.push({ file, lines: fence.lines, kind: words === '' ? kind : 'fragment' });
    } else findings.push(`${file}:${fence.line}: ${wrongWords(words)}`);
  }
  return { examples, unchecked, findings };
}

function wrongWords(words: string): string {
  if (words === 'continues') return 'continues, but no example comes before it';
  if (words.startsWith('unchecked')) return 'say why after "unchecked:"';
  return `"${words}" is not known here; an example is "continues", "fragment" or "unchecked: why"`;
}

/** The fenced blocks; one that never ends reaches to the end of the text. */
function fencesOf(lines: readonly ExampleLine[]): Fence[] {
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
