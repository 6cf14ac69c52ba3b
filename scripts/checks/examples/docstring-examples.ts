import { parseSync } from 'rolldown/utils';

import type { Example, ExampleLine, ExamplesOfFile } from './example.ts';
import { fencedExamples } from './fenced-examples.ts';

/** The examples of the docstrings of a TypeScript source: all that stands between `@example` and the next tag. */
export function docstringExamples(file: string, source: string): ExamplesOfFile {
  const examples: Example[] = [];
  const unchecked: string[] = [];
  const findings: string[] = [];
  for (const { type, value, start } of parseSync(file, source).comments) {
    if (type !== 'Block' || !value.startsWith('*') || !value.includes('@example')) continue;
    for (const { title, line, lines } of blocksOf(value, source.slice(0, start).split('\n').length)) {
      const isFenced = lines.some(({ text }) => /^\s*(```|~~~)/.test(text));
      if (title !== '') findings.push(`${file}:${line}: the example begins on the line below @example`);
      else if (lines.every(({ text }) => text.trim() === ''))
        findings.push(`${file}:${line}: the example is empty`);
      else if (!isFenced) examples.push({ file, lines, kind: 'fragment' });
      else {
        const fenced = fencedExamples(file, lines, 'fragment');
        examples.push(...fenced.examples);
        unchecked.push(...fenced.unchecked);
        findings.push(...fenced.findings);
      }
    }
  }
  return { examples, unchecked, findings };
}

interface Block {
  /** What stands on the line of the tag. */
  readonly title: string;
  readonly line: number;
  readonly lines: ExampleLine[];
}

/** The `@example` blocks of a docstring that begins on this line of its file. */
function blocksOf(docstring: string, firstLine: number): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  let isFenced = false;
  for (const [index, whole] of docstring.split('\n').entries()) {
    const text = whole.replace(/^\s*\*+ ?/, '').trimEnd();
    const line = firstLine + index;
    const [, tag, title = ''] = (!isFenced && /^\s*@(\w+)\s*(.*)$/.exec(text)) || [];
    if (/^\s*(```|~~~)/.test(text)) isFenced = !isFenced;
    if (tag !== undefined) {
      block = tag === 'example' ? { title, line, lines: [] } : undefined;
      if (block) blocks.push(block);
    } else block?.lines.push({ text, line });
  }
  return blocks;
}
