import { type Asked, createMisuseError } from './misuse.ts';
import { isNamedValues } from './option-rule.ts';

/** Checks that the input of a call holds values by name; which ones, its definition says. */
export function checkInput(asked: Asked, input: unknown): void {
  if (!isNamedValues(input))
    throw createMisuseError(asked, 'the input must be an object of inputs by their names');
}
