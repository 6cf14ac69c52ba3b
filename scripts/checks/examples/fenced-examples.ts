import type { Example, ExampleLine, ExamplesOfFile } from './example.ts';
import { fencesOf } from './fences.ts';

/** Languages that the compiler reads. */
const languages = /^(ts|typescript|mts|cts|tsx|js|javascript|mjs|cjs|jsx)(\s|$)/i;

/** What a reader is to call the file of a block. */
const fileName = /^[\w./-]+\.\w+$/;

/**
 * The examples of a text in Markdown. A block is a program, also with the name of its file after `ts`; other words say
 * otherwise: `continues` for what knows the block before it, `fragment` for what knows the prelude, `unchecked: why` for
 * what cannot be compiled.
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
    } else if (words === '' || words === 'fragment' || fileName.test(words)) {
      const named = fileName.test(words) ? { name: words } : {};
      examples.push({ file, lines: fence.lines, kind: words === 'fragment' ? 'fragment' : kind, ...named });
    } else findings.push(`${file}:${fence.line}: ${wrongWords(words)}`);
  }
  return { examples, unchecked, findings };
}

function wrongWords(words: string): string {
  if (words === 'continues') return 'continues, but no example comes before it';
  if (words.startsWith('unchecked')) return 'say why after "unchecked:"';
  return `"${words}" is not known here; an example is "continues", "fragment" or "unchecked: why"`;
}
