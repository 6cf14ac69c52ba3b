/**
 * A rule between inputs of a save, with the code that Erply has for it. An input of 0 or of nothing counts as left out.
 * A new record is judged by the inputs, an edited one as it will be, by the rules about what was sent (inferred).
 */
export type SaveRule =
  /** Each group is one thing, by one of its inputs: of all groups there may be one. */
  | { readonly kind: 'atMostOne'; readonly of: readonly (readonly string[])[]; readonly code: number }
  | { readonly kind: 'atLeastOne'; readonly of: readonly string[]; readonly code: number }
  /** Each of `inputs` needs one of `needs`; with `where` only if one of those is there. */
  | {
      readonly kind: 'needsOne';
      readonly inputs: readonly string[];
      readonly needs: readonly string[];
      readonly where?: readonly string[];
      readonly code: number;
    }
  | {
      readonly kind: 'needsWord';
      readonly input: string;
      readonly of: string;
      readonly word: string;
      readonly code: number;
    }
  /** Where both are there, `input` is not below `than`, or not even equal to it. */
  | {
      readonly kind: 'notBelow' | 'above';
      readonly input: string;
      readonly than: string;
      readonly code: number;
    }
  /** Two lists of the same length. */
  | { readonly kind: 'asManyAs'; readonly input: string; readonly as: string; readonly code: number };

/** A rule that is broken, by the input that breaks it. */
export interface BrokenRule {
  readonly field: string;
  readonly code: number;
  /** What the input is, as the rest of a sentence. */
  readonly message: string;
}

type Values = Readonly<Record<string, unknown>>;

const isOn = (value: unknown) =>
  value !== undefined && value !== null && value !== 0 && value !== '' && !isEmptyList(value);

/** A list of IDs is emptied by an ID of 0: an empty text was not filled in. */
const isEmptyList = (value: unknown) => Array.isArray(value) && value.every((item) => item === 0);

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 0);

/** The input that breaks a rule, and what it is then; `undefined` where none does. */
function breach(rule: SaveRule, values: Values): readonly [field: string, message: string] | undefined {
  const has = (name: string) => isOn(values[name]);
  switch (rule.kind) {
    case 'atMostOne': {
      const [first, second] = rule.of.flatMap((group) => group.find(has) ?? []);
      return second === undefined ? undefined : [second, `not together with ${first}`];
    }
    case 'atLeastOne':
      return rule.of.some(has) ? undefined : [rule.of[0] ?? '', missing(rule.of)];
    case 'needsOne': {
      const input = rule.inputs.find(has);
      const counts = input !== undefined && (rule.where?.some(has) ?? true) && !rule.needs.some(has);
      return counts ? [input, `given without ${rule.needs.join(' or ')}`] : undefined;
    }
    case 'needsWord':
      if (!has(rule.input) || values[rule.of] === rule.word) return undefined;
      return [rule.input, `only for ${rule.of} ${rule.word}`];
    case 'asManyAs':
      if (!has(rule.input) || lengthOf(values[rule.input]) === lengthOf(values[rule.as])) return undefined;
      return [rule.input, `not as long as ${rule.as}`];
    default:
      return isTooSmall(rule, values) ? [rule.input, tooSmall(rule)] : undefined;
  }
}

const missing = (names: readonly string[]) => `missing: ${names.join(' or ')} has to be there`;

type Comparison = Extract<SaveRule, { readonly than: string }>;

const tooSmall = ({ kind, than }: Comparison) => `${kind === 'above' ? 'not more' : 'less'} than ${than}`;

function isTooSmall(rule: Comparison, values: Values): boolean {
  const [value, limit] = [values[rule.input], values[rule.than]];
  if (!isOn(value) || !isOn(limit)) return false;
  return rule.kind === 'above' ? Number(value) <= Number(limit) : Number(value) < Number(limit);
}

/** The inputs that a rule is about. */
export function inputsOfRule(rule: SaveRule): readonly string[] {
  switch (rule.kind) {
    case 'atMostOne':
      return rule.of.flat();
    case 'atLeastOne':
      return rule.of;
    case 'needsOne':
      return [...rule.inputs, ...rule.needs, ...(rule.where ?? [])];
    case 'needsWord':
      return [rule.input, rule.of];
    case 'asManyAs':
      return [rule.input, rule.as];
    default:
      return [rule.input, rule.than];
  }
}

/** The rules that the values break, in the order in which they are declared. */
export function brokenSaveRules(rules: readonly SaveRule[], values: Values): BrokenRule[] {
  return rules.flatMap((rule) => {
    const broken = breach(rule, values);
    return broken === undefined ? [] : [{ field: broken[0], code: rule.code, message: broken[1] }];
  });
}
