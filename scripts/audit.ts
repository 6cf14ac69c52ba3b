import { pnpm, type RunOptions, type RunResult, run } from '@erply-kit/tooling';

import type { StepResult } from './run-steps.ts';

/** After this the registry counts as silent. */
const silentMs = 60_000;

/** Asks the registry for known holes in what users of the packages and the apps get. */
export async function audit(options: RunOptions = {}): Promise<StepResult> {
  const env = { ...options.env, PNPM_CONFIG_FETCH_RETRIES: '0' };
  return readAudit(await run(pnpm('audit', '--prod', '--json'), { timeoutMs: silentMs, ...options, env }));
}

interface Advisory {
  readonly module_name: string;
  readonly severity: string;
  readonly title: string;
  readonly url: string;
  readonly findings: readonly { readonly version: string }[];
}

/** A hole fails. A registry that did not answer neither fails nor passes: nothing is known then, and the step says so. */
export function readAudit({ output }: Pick<RunResult, 'output'>): StepResult {
  const advisories = advisoriesIn(output);
  if (!advisories)
    return { passed: 0, failed: 0, notRun: `the registry could not be asked: ${reasonIn(output)}`, output };
  const holes = advisories.map(({ module_name, severity, title, url, findings }) =>
    inOneLine(
      `${module_name} ${findings.map(({ version }) => version).join(', ')}: ${severity}: ${title} (${url})`,
    ),
  );
  if (holes.length > 0) return { passed: 0, failed: 1, output: holes.join('\n') };
  return { passed: 1, failed: 0, output: 'no known hole in what is published' };
}

/** Undefined where the output is not a report of pnpm. */
function advisoriesIn(output: string): readonly Advisory[] | undefined {
  try {
    const { advisories } = JSON.parse(output.slice(output.indexOf('{')));
    return advisories && typeof advisories === 'object' ? Object.values(advisories) : undefined;
  } catch {
    return undefined;
  }
}

/** What pnpm says of it, in one line. */
function reasonIn(output: string): string {
  const [, said] = /ended by SIGKILL/.test(output)
    ? ['', 'it did not answer in time']
    : (/(ERR_PNPM_\w+[\s\S]*?)(\n\s*\n\S|\n\s*help:|$)/.exec(output) ?? []);
  return inOneLine(said ?? output).slice(0, 300);
}

/** Words of a registry without what would move a terminal, and without the frame that pnpm draws. */
function inOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}│×]+/gu, ' ').trim();
}
