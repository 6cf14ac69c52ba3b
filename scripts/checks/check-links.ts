import type { CheckReport } from './check-report.ts';
import { readLinks } from './markdown-links.ts';

/** Links of Markdown pages that stay in the repository lead to a file. */
export async function checkLinks(root: string): Promise<CheckReport> {
  const { pages, faults } = await readLinks(root);
  return { findings: faults, summary: `${pages} pages, links checked` };
}
