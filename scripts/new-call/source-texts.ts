import type { AnyCall } from '@erply-kit/schemas';

import { type CallNames, kebabCase } from './call-names.ts';
import { deprecationOf } from './deprecation-of.ts';
import { destructionOf } from './destruction-of.ts';

/** The table of a call, where it has one: the names that its file exports and imports. */
export interface KnownTable {
  readonly table: string;
  readonly record: string;
  /** The file of the record, beside that of the table. */
  readonly recordFile: string;
}

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
const words = (name: string) => kebabCase(name).replaceAll('-', ' ');
const keyOf = (record: string) => `${record}ID`;

/** What a call begins as: it can be run, and says what is to be filled in. */
export function callText(
  names: CallNames,
  table: KnownTable | undefined,
  { name, deprecated }: { readonly name: string; readonly deprecated?: string | undefined },
): string {
  const { effect, right, input, result } = startOf(names, table);
  const imports = [
    "import { defineCall } from '../../define-call.ts';",
    input.includes(': integer') && "import { integer } from '../../wire/integer.ts';",
    result.includes('savedRecord') && "import { savedRecord } from '../saved-record.ts';",
    table && result.includes('list') && `import { ${table.record} } from './${table.recordFile}';`,
    table && `import { ${table.table} } from './${kebabCase(table.table)}.ts';`,
  ];
  return `${imports.filter(Boolean).join('\n')}

${docstring(`What ${name} gives or does, in one sentence, and what surprises about it.`, {
  deprecated: deprecated && deprecationOf(deprecated),
  remarks: destructionOf({ effect }),
})}
export const ${name} = defineCall({
  name: '${name}',
  docs: 'https://learn-api.erply.com/requests/${name.toLowerCase()}',
  effect: '${effect}',
  ${table ? `table: ${table.table},` : '// table: the one it reads or writes, from its own file beside this one.'}
  right: '${right}',
  session: 'required',
  // Every input that Erply documents, each with a docstring and a codec of \`src/wire/\`.
  input: () => (${input}),
  ${result}
  // What its page and its tests ask with; a call without required inputs can do without.
  example: {${names.verb === 'delete' && table ? ` ${keyOf(names.record)}: 1 ` : ''}},
  errors: [],
  loggable: [],${deprecated === undefined ? '' : `\n  deprecated: '${deprecated}',`}
  evidence: 'Documented; no captured answer.',
});
`;
}

function docstring(prose: string, tags: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(tags).filter(([, text]) => text !== undefined);
  if (set.length === 0) return `/** ${prose} */`;
  return ['/**', ` * ${prose}`, ...set.map(([tag, text]) => ` * @${tag} ${text}`), ' */'].join('\n');
}

/** What a call begins with, as its name suggests. */
interface CallStart {
  readonly effect: AnyCall['effect'];
  readonly right: string;
  readonly input: string;
  readonly result: string;
}

function startOf({ file, verb, record }: CallNames, table: KnownTable | undefined): CallStart {
  const key = keyOf(record);
  const none = 'result: { none: true },';
  if (verb === 'get' && table) {
    return { effect: 'read', right: 'view', input: '{}', result: `result: { list: ${table.record} },` };
  }
  if (verb === 'save' && table) {
    const input = `{
    /** The ${words(record)} to edit; a new one is made when left out. */
    ${key}: integer.optional(),
  }`;
    return { effect: 'write', right: 'save', input, result: `result: { one: savedRecord('${key}') },` };
  }
  if (verb === 'delete' && table) {
    const input = `{
    /** The ${words(record)} to delete. */
    ${key}: integer,
  }`;
    return { effect: 'delete', right: 'delete', input, result: none };
  }
  if (/^(delete|remove)-/.test(file)) return { effect: 'delete', right: 'delete', input: '{}', result: none };
  if (/^(get|verify|validate|calculate)-/.test(file))
    return { effect: 'read', right: 'view', input: '{}', result: none };
  return { effect: 'write', right: 'save', input: '{}', result: none };
}

/** A record with nothing but its ID. */
export const recordText = (record: string) => `import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The ${words(record)}: what it is, in one sentence. */
export const ${record} = defineRecord(() => ({
  // Every field, in the order in which Erply prints them, each with a docstring and a codec of \`src/wire/\`.
  /** ID of the ${words(record)}. */
  ${keyOf(record)}: id,
}));
`;

/** A table of such records. */
export const tableText = (
  names: CallNames,
  isLogged: boolean,
) => `import { defineTable } from '../../define-table.ts';
import { ${names.record} } from './${kebabCase(names.record)}.ts';

/** ${capital(words(names.table))}. */
export const ${names.table} = defineTable({
  name: '${names.table}',
  key: '${keyOf(names.record)}',
  record: ${names.record},
  logged: ${isLogged},
  // Whether the record has \`added\` and \`lastModified\`.
  timestamps: false,
});
`;

/** Rows of such a table: one in the shop \`demo\`. */
export const rowsText = (names: CallNames) => `import { listedTable } from '../../base-table.ts';
import { defineRows } from '../../define-rows.ts';

/** ${capital(words(names.table))} of the demo shop. */
export const ${names.table} = defineRows<'${names.table}'>({
  demo: () => listedTable([{ ${keyOf(names.record)}: 1 }]),
});
`;
