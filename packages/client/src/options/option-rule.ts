/** What an option may be. */
export interface OptionRule {
  /** What would be right: the end of the sentence "NAME must be …". */
  readonly expected: string;
  readonly allows: (value: unknown) => boolean;
  readonly isRequired?: true;
  /** The rules of its own options, where it is an object of some. */
  readonly options?: OptionRules;
}

export type OptionRules = Readonly<Record<string, OptionRule>>;

/** A rule for each option of a type, and none beside: a new option does not compile without its rule. */
export type RulesOf<TOptions> = { readonly [K in keyof Required<TOptions>]: OptionRule };

/** Whether a value is an object of named values: no list, no date, no signal, nothing else with a class of its own. */
export const isNamedValues = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === '[object Object]';

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isFunction = (value: unknown) => typeof value === 'function';
const isFilledText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const filledText = (example: string): OptionRule => ({
  expected: `text, such as '${example}'`,
  allows: isFilledText,
});

export const flag: OptionRule = {
  expected: 'true or false',
  allows: (value) => typeof value === 'boolean',
};

export const wholeNumber = (least: number, most = Number.MAX_SAFE_INTEGER): OptionRule => ({
  expected:
    most === Number.MAX_SAFE_INTEGER
      ? `a whole number of ${least} or more`
      : `a whole number from ${least} to ${most}`,
  allows: (value) => isNumber(value) && Number.isInteger(value) && value >= least && value <= most,
});

export const numberFrom = (least: number): OptionRule => ({
  expected: `a number of ${least} or more`,
  allows: (value) => isNumber(value) && value >= least,
});

export const aboveZero: OptionRule = {
  expected: 'a number above 0',
  allows: (value) => isNumber(value) && value > 0,
};

export function oneOf(...words: readonly string[]): OptionRule {
  const quoted = words.map((word) => `'${word}'`);
  return {
    expected: `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`,
    allows: (value) => words.includes(value as string),
  };
}

export const callback = (expected = 'a function'): OptionRule => ({ expected, allows: isFunction });

export const textOrCallback = (expected: string): OptionRule => ({
  expected,
  allows: (value) => isFilledText(value) || isFunction(value),
});

/** An object that is asked to do something: its methods count, not where they come from. */
export function objectWith(methods: readonly string[], from?: string): OptionRule {
  return {
    expected: `an object with ${methods.map((name) => `${name}()`).join(', ')}${from === undefined ? '' : `, as ${from} gives it`}`,
    allows: (value) =>
      typeof value === 'object' &&
      value !== null &&
      methods.every((name) => isFunction((value as Record<string, unknown>)[name])),
  };
}

export const clock = objectWith(['now', 'monotonic', 'alarm']);

export const optionsOf = (options: OptionRules): OptionRule => ({
  expected: `an object with ${Object.keys(options).join(', ')}`,
  allows: isNamedValues,
  options,
});

export const required = (rule: OptionRule): OptionRule => ({ ...rule, isRequired: true });
