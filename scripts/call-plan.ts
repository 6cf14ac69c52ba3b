/** What is there already: the entity folders, and the text of `calls/index.ts`. */
export interface PresentCalls {
  readonly folders: readonly string[];
  readonly index: string;
}

/** A new call: its file, from the folder of all calls, and the index with its line. */
export interface CallPlan {
  readonly file: string;
  readonly text: string;
  readonly index: string;
}

/** Says where a new call goes and what its file begins with; throws one clear sentence when the name will not do. */
export function planCall(name: string, present: PresentCalls, folder?: string): CallPlan {
  if (!/^([a-z]+|POS)([A-Z][A-Za-z0-9]*)$/.test(name)) {
    throw new Error(`"${name}" is not a call: write the name as Erply does, like getProducts`);
  }
  if (folder !== undefined && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(folder)) {
    throw new Error(`"${folder}" is not a folder name: write it in kebab-case, like product-groups`);
  }
  const base = kebab(name);
  const lines = present.index.trim().split('\n');
  const defined = lines.find((line) => line.includes(`/${base}.ts'`));
  if (defined) throw new Error(`${name} is there already: ${defined}`);
  const file = `${folder ?? entityFolder(name, present.folders)}/${base}.ts`;
  const index = [...lines, `export * from './${file}';`].sort().join('\n');
  return { file, text: callText(name), index: `${index}\n` };
}

/** `getVATRates` as its file is named: `get-vat-rates`. */
function kebab(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** `saveBrand` goes to `brands`: the folder that is there, else the plural. */
function entityFolder(name: string, folders: readonly string[]): string {
  const entity = kebab(name).replace(/^[a-z]+-/, '');
  const plural = /[^aeiou]y$/.test(entity) ? `${entity.slice(0, -1)}ies` : `${entity}s`;
  if (entity.endsWith('s') || folders.includes(entity)) return entity;
  return plural;
}

function effectOf(name: string): { effect: string; right: string } {
  if (/^(delete|remove)/.test(name)) return { effect: 'delete', right: 'delete' };
  if (/^(get|verify|validate|calculate)/.test(name)) return { effect: 'read', right: 'view' };
  return { effect: 'write', right: 'save' };
}

function callText(name: string): string {
  const { effect, right } = effectOf(name);
  return `import { defineCall } from '../../define-call.ts';

/** What ${name} gives or does, in one sentence, and what surprises about it. */
export const ${name} = defineCall({
  name: '${name}',
  docs: 'https://learn-api.erply.com/requests/${name.toLowerCase()}',
  effect: '${effect}',
  // table: the one it reads or writes, from its own file beside this one.
  right: '${right}',
  session: 'required',
  // Every input that Erply documents, each with a docstring and a codec of \`src/wire/\`.
  input: () => ({}),
  // { list: record }, { one: record } or { object: record }; the record has its own file beside this one.
  result: { none: true },
  errors: [],
  loggable: [],
  evidence: 'Documented; no captured answer.',
});
`;
}
