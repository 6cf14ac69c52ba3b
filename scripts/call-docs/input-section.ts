import type { AnyCall } from '@erply-kit/schemas';

import type { CallDocs, FieldsDocs } from '../docstrings.ts';
import { code, escaped, table } from './markdown.ts';
import { saveRuleList } from './save-rules.ts';
import { elementOf, fieldsOf, formOf, isOptional, type Schema } from './schema-shape.ts';
import { valueWords } from './wire-words.ts';

/** The parameters of a call: one table, and one more for each group of numbered parameters. */
export function inputSection(call: AnyCall, docs: CallDocs): (string | undefined)[] {
  const shape: Readonly<Record<string, Schema>> = call.input();
  const plain = Object.entries(shape).filter(([, schema]) => formOf(schema).name !== 'rows');
  const groups = Object.entries(shape).filter(([, schema]) => formOf(schema).name === 'rows');
  const shared = '[what every call takes](README.md#what-every-call-takes)';
  return [
    '## Parameters',
    plain.length + groups.length === 0 ? `None, besides ${shared}.` : `Besides ${shared}:`,
    plain.length === 0 ? undefined : parameterTable(call, plain, docs.input),
    ...groups.flatMap(([name, schema]) => groupBlocks(call, { name, schema }, docs.input)),
    rulesOf(call),
    saveRuleList(call.saveRules ?? []),
  ];
}

const head = ['parameter', 'value', 'required', 'meaning'];

/** What stands for the part of a name that is open, by codec. */
const suffixes: Readonly<Record<string, string>> = { perNumber: '#', perWord: '-*' };

function parameterTable(call: AnyCall, parameters: readonly [string, Schema][], docs: FieldsDocs): string {
  const rows = parameters.map(([name, schema]) => {
    const suffix = suffixes[formOf(schema).name] ?? '';
    const value = suffix === '' ? schema : elementOf(schema);
    if (!value) throw new Error(`${call.name}: ${name} has no value`);
    return [
      code(`${name}${suffix}`),
      valueWords(formOf(value)),
      isOptional(schema) ? '' : 'yes',
      meaning(call, name, docs),
    ];
  });
  return table(head, rows);
}

/** A group of numbered parameters: an array of rows in TypeScript, `name1`, `name2` … on the wire. */
function groupBlocks(call: AnyCall, group: { name: string; schema: Schema }, docs: FieldsDocs): string[] {
  const inside = docs.get(group.name)?.inside() ?? new Map();
  const fields = Object.entries(fieldsOf(group.schema) ?? {});
  const [first] = fields;
  const numbered = first ? `${code(`${first[0]}1`)}, ${code(`${first[0]}2`)} …` : '';
  const rows = fields.map(([name, schema]) => [
    code(`${name}#`),
    valueWords(formOf(schema)),
    isOptional(schema) ? '' : 'in each row',
    meaning(call, name, inside),
  ]);
  return [
    `### Rows: ${group.name}`,
    `${escaped(meaning(call, group.name, docs))}${isOptional(group.schema) ? '' : ' Required.'}`,
    `An array in TypeScript; on the wire parameters numbered from 1: ${numbered}`,
    table(head, rows),
  ];
}

function meaning(call: AnyCall, name: string, docs: FieldsDocs): string {
  const prose = docs.get(name)?.prose;
  if (!prose) throw new Error(`${call.name}: the input "${name}" has no docstring`);
  return prose;
}

/** The rules between inputs, those of the same kind in one sentence. */
function rulesOf(call: AnyCall): string | undefined {
  const pairs = (call.rules ?? []).flatMap((rule) => (rule.kind === 'needs' ? [rule] : []));
  const isMutual = (one: (typeof pairs)[number]) =>
    pairs.some((other) => other.input === one.needs && other.needs === one.input);
  const together = pairs.filter((one) => isMutual(one) && one.input < one.needs);
  const needs = Map.groupBy(
    pairs.filter((one) => !isMutual(one)),
    (one) => one.needs,
  );
  const apart = Map.groupBy(
    (call.rules ?? []).flatMap((rule) => (rule.kind === 'notTogether' ? [rule.inputs] : [])),
    ([first = '']) => first,
  );
  const ofModules = Map.groupBy(
    Object.entries(call.moduleInputs ?? {}).flatMap(([name, input]) =>
      input === undefined ? [] : [{ name, ...input }],
    ),
    ({ module, code: refusal }) => `the module ${code(module)} (else ${refusal})`,
  );
  const rules = [
    ...[...apart].map(([first, groups]) => {
      const others = groups.map(([, ...rest]) => rest.map(code).join(' and ')).join(', ');
      return `- Not together (else 1013): ${code(first)} with ${groups.length > 1 ? 'any of ' : ''}${others}.`;
    }),
    ...[...needs].map(([needed, all]) => {
      const verb = all.length > 1 ? 'need' : 'needs';
      return `- ${all.map((one) => code(one.input)).join(', ')} ${verb} ${code(needed)} (else 1010).`;
    }),
    ...[...ofModules].map(([module, all]) => {
      const verb = all.length > 1 ? 'need' : 'needs';
      return `- ${all.map(({ name }) => code(name)).join(', ')} ${verb} ${module}.`;
    }),
    ...together.map((one) => `- ${code(one.input)} and ${code(one.needs)} go together (else 1010).`),
  ];
  return rules.length === 0 ? undefined : `### Rules\n\n${rules.join('\n')}`;
}
