import { code, page, table } from '../call-docs/markdown.ts';
import type { Fact } from './fact.ts';
import { ledger } from './ledger.ts';
import { testFile } from './test-files.ts';

/** Where the page is, from the root of the repository. */
export const fidelityPath = 'docs/fidelity.md';

const notice =
  '<!-- Made from scripts/fidelity by `node scripts/generate-call-docs.ts`. Change the ledger, not this page. -->';

const row = ({ behaviour, evidence, option, test: [file, title] }: Fact) => [
  behaviour,
  evidence,
  option === undefined ? '' : option.startsWith('-') ? code(option) : option,
  `[${file}](../${testFile(file)}): ${title.replaceAll('|', '\\|')}`,
];

/** What the fake does as Erply does, how sure that is, what changes it and what proves it. */
export function fidelityPage(): string {
  const facts = Object.values(ledger).flat();
  const count = (evidence: Fact['evidence']) => facts.filter((fact) => fact.evidence === evidence).length;
  return page(
    notice,
    '# How true the fake is',
    `There is no public description of Erply's wire, so each behaviour of the fake says where it is from: **documented** by Erply (${count('documented')}), **observed** in captured answers and in the code of clients that work (${count('observed')}), or **inferred** from the rest, because something had to be done (${count('inferred')}). What sources disagree on can be changed: by \`--set NAME=VALUE\` or another option at the start, or for one account through the control API. A behaviour without a test fails \`pnpm check\`.`,
    `What each call answers, field by field, is on [its own page](calls/README.md); what the codes mean, in [error codes](errors.md).`,
    ...Object.entries(ledger).flatMap(([heading, rows]) => [
      `## ${heading}`,
      table(['what the fake does', 'how sure', 'changed by', 'proved by'], rows.map(row)),
    ]),
  );
}
