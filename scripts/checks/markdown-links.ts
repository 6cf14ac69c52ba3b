import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const skipped = ['**/node_modules/**', '**/dist/**', '**/.data/**', '**/CHANGELOG.md'];

export interface LinkReport {
  readonly pages: number;
  readonly faults: readonly string[];
}

/** Looks at the links of all Markdown pages below a folder that stay in it: each must lead to a file. */
export async function readLinks(root: string): Promise<LinkReport> {
  const faults: string[] = [];
  let pages = 0;
  for await (const page of glob('**/*.md', { cwd: root, exclude: skipped })) {
    pages += 1;
    for (const target of linksOf(await readFile(join(root, page), 'utf8'))) {
      const path = decodeURI(target.replace(/[#?].*$/, ''));
      if (path !== '' && !existsSync(join(root, dirname(page), path))) faults.push(`${page}: no ${target}`);
    }
  }
  return { pages, faults: faults.sort() };
}

/** The targets of inline links and images outside code, without those that lead to another site. */
export function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, 'code');
  const targets = [...prose.matchAll(/\]\(<?([^)>\s]+)>?(?:\s+"[^"]*")?\)/g)].map((match) => match[1] ?? '');
  return targets.filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target));
}
