import { basename, join } from 'node:path';

import { type AnyCall, calls } from '@erply-kit/schemas';
import { repository } from '@erply-kit/tooling';

import { type CallDocs, readCallDocs } from '../docstrings.ts';
import { deprecationOf } from '../new-call/deprecation-of.ts';
import { destructionOf } from '../new-call/destruction-of.ts';
import { withCallLinks } from './call-links.ts';
import { callPage } from './call-page.ts';
import { callsIndex, type DocumentedCall } from './calls-index.ts';
import { errorsPage } from './errors.ts';
import { exampleAnswer } from './example-answer.ts';

/** Where the definitions are, from the root of the repository. */
const definitions = 'packages/schemas/src/calls';

const notice = (source: string) =>
  `<!-- Made from ${source} by \`node scripts/generate-call-docs.ts\`. Change the definition, not this page. -->`;

/** All generated pages: path from the root of the repository, and text. */
export async function callDocs(): Promise<ReadonlyMap<string, string>> {
  const documented = await documentedCalls();
  const pages = new Map<string, string>();
  pages.set('docs/errors.md', errorsPage(notice('packages/schemas/src/errors')));
  pages.set('docs/calls/README.md', callsIndex(notice(definitions), documented));
  const files = new Map(documented.map(({ call, file }) => [call.name, file]));
  for (const { call, docs, file } of documented) {
    const source = notice(`${definitions}/${docs.file}`);
    const page = callPage({ notice: source, call, docs, exampleAnswer: await exampleAnswer(call) });
    pages.set(`docs/calls/${file}`, withCallLinks(page, call.name, files));
  }
  return pages;
}

/** Every call with its docstrings, in the order of the files that define them. */
export async function documentedCalls(): Promise<readonly DocumentedCall[]> {
  const known = await readCallDocs(join(repository, definitions));
  const order = [...known.keys()];
  return Object.entries(calls)
    .map(([name, call]) => ({ call, docs: docsOf(name, known) }))
    .map(({ call, docs }) => ({ call, docs, file: `${basename(docs.file, '.ts')}.md` }))
    .sort((a, b) => order.indexOf(a.call.name) - order.indexOf(b.call.name));
}

/**
 * The tag is what editors strike a call out by, so it says what the definition says.
 * @throws Error with the line that belongs there.
 */
export function checkDeprecated(
  { name, deprecated }: Pick<AnyCall, 'name' | 'deprecated'>,
  docs: Pick<CallDocs, 'deprecated'>,
): void {
  const wanted = deprecated === undefined ? undefined : deprecationOf(deprecated);
  if (docs.deprecated === wanted) return;
  const remedy =
    wanted === undefined
      ? 'has a tag @deprecated, and its definition is not deprecated: remove one or set the other'
      : `needs this line in its docstring: @deprecated ${wanted}`;
  throw new Error(`${name} ${remedy}`);
}

/**
 * The tag is where editors warn of a call that cannot be undone, so it says what the definition says.
 * @throws Error with the line that belongs there.
 */
export function checkDestructive(
  call: Pick<AnyCall, 'name' | 'effect' | 'destructive'>,
  docs: Pick<CallDocs, 'remarks'>,
): void {
  const wanted = destructionOf(call);
  if (docs.remarks === wanted) return;
  const remedy =
    wanted === undefined
      ? 'has a tag @remarks, which is for destructive calls: make it prose'
      : `needs this line in its docstring: @remarks ${wanted}`;
  throw new Error(`${call.name} ${remedy}`);
}

function docsOf(name: string, known: ReadonlyMap<string, CallDocs>): CallDocs {
  const docs = known.get(name);
  if (!docs?.prose) throw new Error(`${name}: the call has no docstring`);
  const call: AnyCall = calls[name as keyof typeof calls];
  checkDeprecated(call, docs);
  checkDestructive(call, docs);
  return docs;
}
