import { stalePages } from '../call-docs/stale-pages.ts';
import type { CheckReport } from './check-report.ts';

/** The generated pages say what the definitions say. */
export async function checkPages(root: string): Promise<CheckReport> {
  const { pages, stale, orphans } = await stalePages(root);
  const wrong = [...stale, ...orphans];
  return {
    findings: wrong.map((path) => `${path} is not what the definitions say; run pnpm run docs`),
    summary: `${pages.size} pages compared with the definitions`,
  };
}
