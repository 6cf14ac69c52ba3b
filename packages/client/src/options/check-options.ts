import { closest } from '@erply-kit/schemas';

import { type Asked, createMisuseError } from './misuse.ts';
import { isNamedValues, type OptionRules } from './option-rule.ts';

type Options = Readonly<Record<string, unknown>>;

/**
 * Checks options by their rules; `undefined` counts as left out. Values are never shown: one may be the password.
 *
 * @throws ErplyError of kind `usage`: one sentence that names the option and what would be right.
 */
export function checkOptions(asked: Asked, options: unknown, rules: OptionRules): void {
  if (!isNamedValues(options)) {
    const names = Object.keys(rules);
    const needed = names.filter((name) => rules[name]?.isRequired);
    throw createMisuseError(
      asked,
      `the options must be an object with ${(needed.length > 0 ? needed : names).join(', ')}`,
    );
  }
  const problem = wrongOption(options, rules, '');
  if (problem !== undefined) throw createMisuseError(asked, problem);
}

/** What is wrong with the first option that is; `path` comes before the names of options inside of another. */
function wrongOption(options: Options, rules: OptionRules, path: string): string | undefined {
  const unknown = Object.keys(options).find(
    (name) => options[name] !== undefined && !Object.hasOwn(rules, name),
  );
  if (unknown !== undefined) {
    const { name, hint } = describeUnknownName(unknown, Object.keys(rules));
    return `there is no option ${path}${name} (${hint ?? `options: ${Object.keys(rules).join(', ')}`})`;
  }
  for (const [name, rule] of Object.entries(rules)) {
    const value = options[name];
    if (value === undefined && rule.isRequired) return `${path}${name} is missing: give ${rule.expected}`;
    if (value === undefined) continue;
    if (!rule.allows(value)) return `${path}${name} must be ${rule.expected}`;
    const inside = rule.options && wrongOption(value as Options, rule.options, `${path}${name}.`);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** A name that nobody knows, as a message may show it, and the one that was probably meant. */
export function describeUnknownName(
  given: string,
  known: readonly string[],
): { name: string; hint: string | undefined } {
  const meant = closest(given, known);
  return {
    name: /^[\w$.-]{1,64}$/.test(given) ? given : 'of that name',
    hint: meant === undefined ? undefined : `did you mean ${meant}?`,
  };
}
