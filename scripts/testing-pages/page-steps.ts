import { fencesOf } from '../checks/examples/fences.ts';

/** What a reader of a page does with one of its code blocks. */
export type PageStep =
  | { readonly kind: 'file'; readonly line: number; readonly name: string; readonly text: string }
  | {
      readonly kind: 'run' | 'install';
      readonly line: number;
      readonly text: string;
      /** Lines that it writes, in this order; `…` stands for anything. */
      readonly output: readonly string[];
    }
  | { readonly kind: 'notRun'; readonly line: number; readonly reason: string };

/**
 * The code blocks of a page in their order. A block of `sh` is run, `sh install` gets packages, and the block of `text`
 * after either is what it writes. Any other block is a file, whose name stands behind its language. `not run: why` is for
 * what no check can run.
 * @throws Error naming page and line of a block that is none of these.
 */
export function pageSteps(page: string, text: string): PageStep[] {
  const lines = text.split('\n').map((one, index) => ({ text: one, line: index + 1 }));
  const steps: PageStep[] = [];
  for (const fence of fencesOf(lines)) {
    const [, language = '', words = ''] = /^(\S*)\s*(.*)$/.exec(fence.info) ?? [];
    const [, reason] = /^not run: *(\S.*)$/.exec(words) ?? [];
    const block = { line: fence.line, text: `${fence.lines.map((one) => one.text).join('\n')}\n` };
    const before = steps.at(-1);
    if (reason !== undefined) steps.push({ kind: 'notRun', line: fence.line, reason });
    else if (language === 'sh' && ['', 'install'].includes(words))
      steps.push({ kind: words === '' ? 'run' : 'install', ...block, output: [] });
    else if (language === 'text' && before !== undefined && 'output' in before)
      steps[steps.length - 1] = { ...before, output: fence.lines.map((one) => one.text) };
    else if (/^(?!\/)(?!.*\.\.)[\w./-]+\.\w+$/.test(words))
      steps.push({ kind: 'file', name: words, ...block });
    else throw new Error(`${page}:${fence.line}: name the file of this block, or say "not run: why"`);
  }
  return steps;
}
