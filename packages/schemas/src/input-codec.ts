import * as z from 'zod';

import type { AnyCall } from './define-call.ts';
import { maxNumberedRows } from './wire/numbered.ts';
import { type RefusalCode, wireOf } from './wire/wire.ts';

/** Why an input was refused: the code and the `errorField` that Erply would answer with. */
export interface InputProblem {
  readonly field: string;
  readonly code: 1010 | 1013 | RefusalCode;
  readonly message: string;
}

export interface DecodedInput {
  /** Documented types; only the inputs that were sent. */
  readonly input: Readonly<Record<string, unknown>>;
  /** In the order of the definition; the first one is what Erply answers. */
  readonly problems: readonly InputProblem[];
  /** Parameters that the call does not have. */
  readonly unknown: readonly string[];
}

const isOptional = (schema: z.ZodType) => schema instanceof z.ZodOptional;
const unwrapped = (schema: z.ZodType) => (schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema);
const rowShape = (schema: z.ZodType) =>
  ((unwrapped(schema) as z.ZodArray).element as z.ZodObject).shape as Record<string, z.ZodType>;
const valueOfMap = (schema: z.ZodType) => (unwrapped(schema) as z.ZodRecord).valueType as z.ZodType;

function shapeOf(call: AnyCall): Record<string, z.ZodType> {
  return call.input();
}

/**
 * Turns typed input into Erply's parameters, all text.
 * @throws z.ZodError when a value is not of the documented type.
 */
export function encodeInput(call: AnyCall, input: Readonly<Record<string, unknown>>): Map<string, string> {
  const parameters = new Map<string, string>();
  const shape = shapeOf(call);
  const encoded = z.encode(z.strictObject(shape), input as never) as Record<string, unknown>;
  for (const [name, value] of Object.entries(encoded)) {
    const schema = shape[name];
    if (value === undefined || schema === undefined) continue;
    const wire = wireOf(schema)?.name;
    if (wire === 'rows') {
      (value as Record<string, unknown>[]).forEach((row, index) => {
        for (const [field, cell] of Object.entries(row)) {
          if (cell !== undefined) parameters.set(`${field}${index + 1}`, String(cell));
        }
      });
    } else if (wire === 'perNumber') {
      for (const [number, cell] of Object.entries(value as object)) parameters.set(`${name}${number}`, String(cell));
    } else {
      parameters.set(name, String(value));
    }
  }
  return parameters;
}

type Decoded = { readonly value: unknown } | InputProblem;

function decodeOne(name: string, schema: z.ZodType, parameter: string): Decoded {
  const result = z.safeDecode(unwrapped(schema), parameter as never);
  if (result.success) return { value: result.data };
  const issue = result.error.issues[0];
  const code = issue?.code === 'custom' ? (issue.params?.erplyCode as RefusalCode | undefined) : undefined;
  return { field: name, code: code ?? 1014, message: issue?.message ?? 'wrong type' };
}

/** Finds where a numbered parameter belongs: `attributeValue3` is row 3 of the rows that have `attributeValue`. */
function numberedTargets(shape: Record<string, z.ZodType>) {
  const targets = new Map<string, { input: string; schema: z.ZodType; kind: 'rows' | 'perNumber' }>();
  for (const [input, schema] of Object.entries(shape)) {
    const wire = wireOf(schema)?.name;
    if (wire === 'rows') {
      for (const [field, cell] of Object.entries(rowShape(schema))) targets.set(field, { input, schema: cell, kind: 'rows' });
    } else if (wire === 'perNumber') {
      targets.set(input, { input, schema: valueOfMap(schema), kind: 'perNumber' });
    }
  }
  return targets;
}

/** Reads Erply's parameters by the call's definition and says what is wrong with them. */
export function decodeInput(call: AnyCall, parameters: ReadonlyMap<string, string>): DecodedInput {
  const shape = shapeOf(call);
  const input: Record<string, unknown> = Object.create(null);
  const problems: InputProblem[] = [];
  const unknown: string[] = [];
  const numbered = new Map<string, Map<number, Record<string, unknown>>>();
  let targets: ReturnType<typeof numberedTargets> | undefined;

  for (const [name, parameter] of parameters) {
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (schema !== undefined && !['rows', 'perNumber'].includes(wireOf(schema)?.name ?? '')) {
      // Erply's server is PHP: an empty form field is a field that was not filled in.
      if (parameter === '' && wireOf(schema)?.name !== 'text') continue;
      const decoded = decodeOne(name, schema, parameter);
      if ('value' in decoded) input[name] = decoded.value;
      else problems.push(decoded);
      continue;
    }
    const match = /^(.*?)(\d{1,9})$/.exec(name);
    targets ??= numberedTargets(shape);
    const target = match?.[1] === undefined ? undefined : targets.get(match[1]);
    const number = Number(match?.[2]);
    if (target === undefined || match?.[1] === undefined || (target.kind === 'rows' && number > maxNumberedRows)) {
      unknown.push(name);
      continue;
    }
    const decoded = decodeOne(name, target.schema, parameter);
    if (!('value' in decoded)) {
      problems.push(decoded);
      continue;
    }
    if (target.kind === 'perNumber') {
      input[target.input] = { ...(input[target.input] as object), [number]: decoded.value };
      continue;
    }
    const byNumber = numbered.get(target.input) ?? new Map<number, Record<string, unknown>>();
    numbered.set(target.input, byNumber.set(number, { ...byNumber.get(number), [match[1]]: decoded.value }));
  }
  for (const [name, byNumber] of numbered) {
    input[name] = [...byNumber].sort(([a], [b]) => a - b).map(([, row]) => row);
  }
  problems.push(...missing(shape, input, problems), ...brokenRules(call, input));
  return { input, problems, unknown };
}

function missing(shape: Record<string, z.ZodType>, input: Record<string, unknown>, problems: readonly InputProblem[]) {
  return Object.entries(shape)
    .filter(([name, schema]) => !isOptional(schema) && input[name] === undefined)
    .filter(([name]) => !problems.some((problem) => problem.field === name))
    .map(([field]): InputProblem => ({ field, code: 1010, message: 'required' }));
}

function brokenRules(call: AnyCall, input: Record<string, unknown>): InputProblem[] {
  const has = (name: string) => input[name] !== undefined;
  return (call.rules ?? []).flatMap((rule): InputProblem[] => {
    if (rule.kind === 'needs') {
      const isOn = has(rule.input) && input[rule.input] !== 0;
      return isOn && !has(rule.needs) ? [{ field: rule.needs, code: 1010, message: `needed by ${rule.input}` }] : [];
    }
    const sent = rule.inputs.filter(has);
    return sent.length > 1 ? [{ field: sent[1] ?? '', code: 1013, message: `not together with ${sent[0]}` }] : [];
  });
}
