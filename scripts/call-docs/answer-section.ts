import { type AnyCall, recordOf } from '@erply-kit/schemas';

import type { CallDocs, FieldsDocs } from '../docstrings.ts';
import { code, table } from './markdown.ts';
import { anyKeyOf, bare, elementOf, fieldsOf, formOf, isOptional, type Schema } from './schema-shape.ts';
import { unsetWords, valueWords } from './wire-words.ts';

/** The fields of a call's answer: one table for the record and one for each kind of record inside it. */
export function answerSection(call: AnyCall, docs: CallDocs): (string | undefined)[] {
  const record = recordOf(call);
  const blocks: string[] = [];
  const fields = record && fieldsOf(record());
  if (fields) addTables({ paths: [], fields, docs: docs.answer, outer: [] }, blocks);
  const keys = record && anyKeyOf(record()) ? 'The keys are names; under each is an object:' : undefined;
  return ['## Answer', kindOfAnswer(call), keys, ...blocks];
}

function kindOfAnswer(call: AnyCall): string {
  const result = call.result;
  const quoted = call.recordsTotalIsString ? ' `recordsTotal` comes inside quotes.' : '';
  const csv = call.csv
    ? ` With \`responseType=CSV\` the only record is a link to a file in ${call.csv}, one line a record.`
    : '';
  if ('list' in result) return `A list of records.${quoted}${csv}`;
  if ('one' in result) return `A list with one record.${quoted}${csv}`;
  if ('object' in result) return `\`records\` is one object, not a list.${quoted}${csv}`;
  return `Only the status says what happened; \`records\` holds nothing to rely on.${quoted}`;
}

interface Part {
  /** Paths of the fields that hold these fields; none for the record itself. */
  readonly paths: readonly string[];
  readonly fields: Readonly<Record<string, Schema>>;
  readonly docs: FieldsDocs;
  /** The shapes around it: a record that holds itself is shown once. */
  readonly outer: readonly unknown[];
}

function addTables(part: Part, blocks: string[]): void {
  const inner = new Map<unknown, Part>();
  const outer = [...part.outer, part.fields];
  const rows = Object.entries(part.fields).map(([name, schema]) => {
    const docs = part.docs.get(name);
    const form = formOf(schema);
    const fields = fieldsOf(schema);
    const isAgain = fields !== undefined && outer.includes(fields);
    if (fields && !isAgain) {
      const path = [...part.paths.slice(0, 1), `${name}${suffixOf(schema)}`].join('.');
      const paths = [...(inner.get(fields)?.paths ?? []), path];
      inner.set(fields, { paths, fields, docs: docs?.inside() ?? new Map(), outer });
    }
    const again = isAgain ? 'Records of this same form.' : undefined;
    const meaning = [docs?.prose, again].filter((text) => text !== undefined).join(' ');
    return [code(name), form.type, holds(schema), unsetWords(form, isOptional(schema)), meaning];
  });
  if (part.paths.length > 0) blocks.push(`### ${part.paths.join(', ')}`);
  blocks.push(table(['field', 'JSON', 'value', 'unset', 'meaning'], rows));
  for (const next of inner.values()) addTables(next, blocks);
}

/** What a value is, and what a list or map of plain values holds. */
function holds(schema: Schema): string {
  const words = valueWords(formOf(schema));
  const element = elementOf(schema);
  if (!element || fieldsOf(element)) return words;
  const inside = formOf(element);
  return `${words} of ${valueWords(inside)} (${inside.type})`;
}

function suffixOf(schema: Schema): string {
  const { name } = formOf(bare(schema));
  if (name === 'array') return '[]';
  return name === 'map' ? '[…]' : '';
}
