import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runOrThrow } from '@erply-kit/tooling';

import type { CheckReport } from './check-report.ts';
import { stiltedPhrases } from './phrases.ts';

const kinds = ['ts', 'js', 'mjs', 'cjs', 'md', 'sh', 'yml'].map((kind) => `*.${kind}`);
/** These name the phrases, and what was released stays as it is. */
const others = [':!scripts/checks/phrases*.ts', ':!*CHANGELOG.md'];

/** Sources and pages are written in plain English. */
export async function checkPhrases(root: string): Promise<CheckReport> {
  const listed = await runOrThrow(['git', 'ls-files', '-z', '--', ...kinds, ...others], { cwd: root });
  const files = listed.split('\0').filter((file) => file !== '');
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  const findings = texts.flatMap((text, index) =>
    stiltedPhrases(text).map((phrase) => `${files[index]}:${phrase}`),
  );
  return {
    findings,
    summary: `${files.length} files, ${findings.length} phrases that plain English would put otherwise`,
  };
}
