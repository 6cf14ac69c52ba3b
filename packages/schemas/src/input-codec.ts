import * as z from 'zod';

import { type AnyCall, savedIDInput } from './define-call.ts';
import { brokenSaveRules } from './save-rules.ts';
import { plainDecimal } from './wire/decimal.ts';
import { maxNumberedRows, trailingNumber, trailingWord } from './wire/numbered.ts';
import { meantWord, type RefusalCode, wireOf } from './wire/wire.ts';

/** Why an input was refused: the code and the `errorField` that Erply would answer with. */
export interface InputProblem {
  readonly field: string;
  readonly code: number;
  readonly message: string;
  /** The word that was sent in another case, where its case counts. */
  readonly meant?: string;
}

/** A word that was read although it was sent in another case. */
export interface RespelledInput {
  readonly field: string;
  readonly word: string;
}

export interface DecodedInput {
  /** Documented types; only the inputs that were sent. */
  readonly input: Readonly<Record<string, unknown>>;
  /** In the order of the definition, broken rules last; the first one is what Erply answers. */
  readonly problems: readonly InputProblem[];
  /** Parameters that the call does not have. */
  readonly unknown: readonly string[];
  /** Words that are read in any case, and were not sent in Erply's. */
  readonly respelled: readonly RespelledInput[];
}

type Shape = Readonly<Record<string, z.ZodType>>;

const isOptional = (schema: z.ZodType) => schema instanceof z.ZodOptional;
const unwrapped = (schema: z.ZodType) =>
  schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
const codecName = (schema: z.ZodType) => wireOf(schema)?.name;
const rowShape = (schema: z.ZodType) =>
  ((unwrapped(schema) as z.ZodArray).element as z.ZodObject).shape as Shape;
const valueOfMap = (schema: z.ZodType) => (unwrapped(schema) as z.ZodRecord).valueType as z.ZodType;
const shapeOf = (call: AnyCall): Shape => call.input();

const cellText = (cell: unknown) => (typeof cell === 'number' ? plainDecimal(cell) : String(cell));

/**
 * Turns typed input into Erply's parameters, all text.
 * @throws z.ZodError when a value is not of the documented type.
 */
export function encodeInput(call: AnyCall, input: Readonly<Record<string, unknown>>): Map<string, string> {
  const shape = shapeOf(call);
  const parameters = new Map<string, string>();
  const issues: z.core.$ZodIssue[] = [];
  const keys = Object.keys(input).filter((name) => !Object.hasOwn(shape, name));
  if (keys.length > 0) {
    issues.push({
      code: 'unrecognized_keys',
      keys,
      path: [],
      message: `${call.name} has no input ${keys.join(', ')}`,
    });
  }
  for (const [name, schema] of Object.entries(shape)) {
    const value = input[name];
    if (value === undefined) {
      if (!isOptional(schema))
        issues.push({ code: 'custom', path: [name], message: 'required', input: undefined });
      continue;
    }
    const encoded = z.safeEncode(unwrapped(schema), value as never);
    if (encoded.success) setParameters(parameters, { name, schema, value: encoded.data });
    else issues.push(...encoded.error.issues.map((issue) => ({ ...issue, path: [name, ...issue.path] })));
  }
  if (issues.length > 0) throw new z.ZodError(issues);
  return parameters;
}

function setParameters(
  parameters: Map<string, string>,
  encoded: { readonly name: string; readonly schema: z.ZodType; readonly value: unknown },
) {
  const set = (name: string, cell: unknown) => {
    if (cell !== undefined) parameters.set(name, cellText(cell));
  };
  switch (codecName(encoded.schema)) {
    case 'rows':
      for (const [index, row] of (encoded.value as object[]).entries()) {
        for (const [field, cell] of Object.entries(row)) set(`${field}${index + 1}`, cell);
      }
      break;
    case 'perNumber':
      for (const [number, cell] of Object.entries(encoded.value as object))
        set(`${encoded.name}${number}`, cell);
      break;
    case 'perWord':
      for (const [word, cell] of Object.entries(encoded.value as object))
        set(`${encoded.name}-${word}`, cell);
      break;
    default:
      set(encoded.name, encoded.value);
  }
}

/** Where a parameter belongs: to an input of its own, to a cell of a row, or to a number or a word of a map. */
type Target =
  | { readonly kind: 'own'; readonly input: string; readonly schema: z.ZodType }
  | {
      readonly kind: 'row' | 'perNumber';
      readonly input: string;
      readonly schema: z.ZodType;
      readonly field: string;
      readonly number: number;
    }
  | {
      readonly kind: 'perWord';
      readonly input: string;
      readonly schema: z.ZodType;
      readonly word: string;
    };

/** The inputs that numbered parameters go to: `attributeValue3` is row 3 of the rows that have `attributeValue`. */
function numberedFields(shape: Shape) {
  const fields = new Map<string, { kind: 'row' | 'perNumber'; input: string; schema: z.ZodType }>();
  for (const [input, schema] of Object.entries(shape)) {
    const codec = codecName(schema);
    if (codec === 'perNumber') fields.set(input, { kind: 'perNumber', input, schema: valueOfMap(schema) });
    if (codec !== 'rows') continue;
    for (const [field, cell] of Object.entries(rowShape(schema)))
      fields.set(field, { kind: 'row', input, schema: cell });
  }
  return fields;
}

/** The digits that a name ends with, so many of them as a number may have. A form may have 100,000 names. */
function digitsAtEnd(name: string): string {
  let at = name.length;
  while (at > 0 && name.length - at < 9 && isDigit(name.charCodeAt(at - 1))) at -= 1;
  return name.slice(at);
}

/** The input that a named parameter goes to: what stands before its first dash; `counted-CARD-VISA` to `counted`. */
function namedTarget(shape: Shape, parameter: string): Target | undefined {
  const dash = parameter.indexOf('-');
  const input = parameter.slice(0, Math.max(dash, 0));
  const schema = Object.hasOwn(shape, input) ? shape[input] : undefined;
  const word = parameter.slice(dash + 1);
  if (schema === undefined || codecName(schema) !== 'perWord' || !trailingWord.test(word)) return undefined;
  return { kind: 'perWord', input, schema: valueOfMap(schema), word };
}

/** Codecs of inputs that no parameter has the bare name of. */
const grouped: readonly (string | undefined)[] = ['rows', 'perNumber', 'perWord'];

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

function createFinder(shape: Shape): (parameter: string) => Target | undefined {
  let fields: ReturnType<typeof numberedFields> | undefined;
  return (parameter) => {
    const own = Object.hasOwn(shape, parameter) ? shape[parameter] : undefined;
    if (own !== undefined && !grouped.includes(codecName(own)))
      return { kind: 'own', input: parameter, schema: own };
    const named = namedTarget(shape, parameter);
    if (named !== undefined) return named;
    fields ??= numberedFields(shape);
    if (fields.size === 0) return undefined;
    const digits = digitsAtEnd(parameter);
    const field = parameter.slice(0, parameter.length - digits.length);
    const numbered = trailingNumber.test(digits) ? fields.get(field) : undefined;
    const number = Number(digits);
    if (numbered === undefined || (numbered.kind === 'row' && number > maxNumberedRows)) return undefined;
    return { ...numbered, field, number };
  };
}

const finders = new WeakMap<AnyCall, ReturnType<typeof createFinder>>();

/** The input of a call that a parameter belongs to: `productID3` to the rows that have a `productID`. */
export function inputOfParameter(call: AnyCall, name: string): string | undefined {
  const finder = finders.get(call) ?? createFinder(shapeOf(call));
  finders.set(call, finder);
  return finder(name)?.input;
}

/** Whether a call has such a parameter: an input, a numbered one as `productID3` included. */
export const hasParameter = (call: AnyCall, name: string): boolean =>
  inputOfParameter(call, name) !== undefined;

type Decoded = { readonly value: unknown } | InputProblem;

function decodeOne(field: string, schema: z.ZodType, parameter: ParameterValue): Decoded {
  if (typeof parameter !== 'string') return { field, code: 1030, message: 'an array' };
  const result = z.safeDecode(unwrapped(schema), parameter as never);
  if (result.success) return { value: result.data };
  const issue = result.error.issues[0];
  const code = issue?.code === 'custom' ? (issue.params?.erplyCode as RefusalCode | undefined) : undefined;
  const meant = code === 1016 ? meantWord(wireOf(schema)?.values ?? [], parameter) : undefined;
  const message = issue?.message ?? 'wrong type';
  return { field, code: code ?? 1014, message, ...(meant === undefined ? {} : { meant }) };
}

type Rows = Map<number, Record<string, unknown>>;

/** Puts decoded parameters together; rows wait for their turn, since numbers may come in any order. */
function createCollector() {
  const input: Record<string, unknown> = Object.create(null);
  const rowsOf = new Map<string, Rows>();
  const within = <TKey, TValue>(map: Map<TKey, TValue>, key: TKey, made: () => TValue): TValue => {
    const value = map.get(key) ?? made();
    map.set(key, value);
    return value;
  };
  return {
    input,
    rowsOf,
    add(target: Target, value: unknown) {
      if (target.kind === 'own') {
        input[target.input] = value;
      } else if (target.kind === 'row') {
        const rows = within(rowsOf, target.input, (): Rows => new Map());
        within(rows, target.number, (): Record<string, unknown> => ({}))[target.field] = value;
      } else {
        input[target.input] ??= {};
        const key = target.kind === 'perWord' ? target.word : target.number;
        (input[target.input] as Record<string | number, unknown>)[key] = value;
      }
    },
    closeRows() {
      for (const [name, rows] of rowsOf) {
        input[name] = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
      }
    },
  };
}

/** What a parameter was sent as: a text, or an array in PHP's spelling (`name[]=1`), which no input of Erply's takes. */
export type ParameterValue = string | readonly unknown[];

/** Reads Erply's parameters, each of which comes once, by the call's definition and says what is wrong with them. */
export function decodeInput(
  call: AnyCall,
  parameters: Iterable<readonly [name: string, value: ParameterValue]>,
): DecodedInput {
  const shape = shapeOf(call);
  const find = createFinder(shape);
  const collector = createCollector();
  const unknown: string[] = [];
  const respelled: RespelledInput[] = [];
  const found: { input: string; problem: InputProblem }[] = [];
  for (const [name, parameter] of parameters) {
    const target = find(name);
    if (target === undefined) {
      unknown.push(name);
      continue;
    }
    // Erply's server is PHP: an empty form field is a field that was not filled in.
    if (parameter === '' && codecName(target.schema) !== 'text') continue;
    const decoded = decodeOne(name, target.schema, parameter);
    if ('value' in decoded) {
      const { value } = decoded;
      collector.add(target, value);
      if (typeof value === 'string' && value !== parameter && wireOf(target.schema)?.anyCase)
        respelled.push({ field: name, word: value });
    } else found.push({ input: target.input, problem: decoded });
  }
  const refused = new Set(found.map(({ problem }) => problem.field));
  found.push(...missingCells(shape, collector.rowsOf).filter(({ problem }) => !refused.has(problem.field)));
  collector.closeRows();
  const { input } = collector;
  found.push(...missingInputs(shape, input).filter(({ problem }) => !refused.has(problem.field)));
  if (found.length > 1) {
    const order = new Map(Object.keys(shape).map((name, index) => [name, index]));
    found.sort((a, b) => (order.get(a.input) ?? 0) - (order.get(b.input) ?? 0));
  }
  const problems = [
    ...found.map(({ problem }) => problem),
    ...brokenRules(call, input),
    ...ofNewRecord(call, input),
  ];
  return { input, problems, unknown, respelled };
}

const required = (input: string, field: string) => ({
  input,
  problem: { field, code: 1010, message: 'required' } satisfies InputProblem as InputProblem,
});

const requiredInputs = new WeakMap<Shape, readonly string[]>();

/** Inputs that must be there; found once, since most calls have a hundred inputs and need none. */
function requiredOf(shape: Shape): readonly string[] {
  let names = requiredInputs.get(shape);
  if (names === undefined) {
    names = Object.keys(shape).filter((name) => !isOptional(shape[name] as z.ZodType));
    requiredInputs.set(shape, names);
  }
  return names;
}

function missingInputs(shape: Shape, input: Readonly<Record<string, unknown>>) {
  return requiredOf(shape)
    .filter((name) => input[name] === undefined)
    .map((name) => required(name, name));
}

function missingCells(shape: Shape, rowsOf: ReadonlyMap<string, Rows>) {
  const missing: ReturnType<typeof required>[] = [];
  for (const [input, rows] of rowsOf) {
    const schema = shape[input];
    if (schema === undefined) continue;
    const needed = Object.entries(rowShape(schema)).flatMap(([field, cell]) =>
      isOptional(cell) ? [] : [field],
    );
    for (const [number, row] of rows) {
      for (const field of needed)
        if (row[field] === undefined) missing.push(required(input, `${field}${number}`));
    }
  }
  return missing;
}

function brokenRules(call: AnyCall, input: Readonly<Record<string, unknown>>): InputProblem[] {
  const isSent = (name: string) => input[name] !== undefined;
  // A flag of 0 asks for nothing, an ID of 0 names nothing.
  const isOn = (name: string) => isSent(name) && input[name] !== 0;
  return (call.rules ?? []).flatMap((rule): InputProblem[] => {
    if (rule.kind === 'needs') {
      if (!isOn(rule.input) || isOn(rule.needs)) return [];
      return [{ field: rule.needs, code: 1010, message: `needed by ${rule.input}` }];
    }
    const sent = rule.inputs.filter(isSent);
    return sent.length > 1
      ? [{ field: sent[1] ?? '', code: 1013, message: `not together with ${sent[0]}` }]
      : [];
  });
}

/** Rules that a new record breaks; how an edited one will be is only known where it is. */
function ofNewRecord(call: AnyCall, input: Readonly<Record<string, unknown>>): InputProblem[] {
  if (call.saveRules === undefined || input[savedIDInput(call) ?? ''] !== undefined) return [];
  return brokenSaveRules(call.saveRules, input);
}
