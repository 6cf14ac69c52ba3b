import * as z from 'zod';

import { quoted, unknownName } from '../wire/unknown-name.ts';
import { ControlError } from './control-error.ts';

export { quoted, unknownName };

/**
 * The schema of a body: an object with these fields and no others. `claim` begins the sentence about an unknown one, as
 * in `a quota has no "limt"; did you mean limit?`. The `error` of a field says what it needs, as in `true or false`.
 */
export function bodySchema<TShape extends z.core.$ZodLooseShape>(claim: string, shape: TShape) {
  const names = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? unknownName(claim, String(issue.keys?.[0]), names)
        : `an object with ${names.join(', ')}`,
  });
}

const plainName = /^[\w-]{1,64}$/;

/** A path as `rights.view`. Its steps may be names from outside. */
const shownPath = (path: readonly PropertyKey[]) =>
  path.map((step) => (plainName.test(String(step)) ? String(step) : quoted(String(step)))).join('.');

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], body);
}

/** One sentence with the name of the field and what it needs; never its value, which may be secret. */
function problemOf({ code, path, message }: z.core.$ZodIssue, body: unknown): string {
  const name = shownPath(path);
  if (code === 'unrecognized_keys') return name === '' ? message : `${name}: ${message}`;
  if (name === '') return `the body needs ${message}`;
  return valueAt(body, path) === undefined ? `${name} is needed: ${message}` : `${name} needs ${message}`;
}

/**
 * Reads a body by its schema. `subject` comes before what is wrong, as in `users: userName is needed`.
 * @throws ControlError 400 about the first thing that is wrong; unknown fields come first.
 */
export function checkBody<TBody>(schema: z.ZodType<TBody>, body: unknown, subject?: string): TBody {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const problem = issue === undefined ? 'the body is wrong' : problemOf(issue, body);
  throw new ControlError(400, subject === undefined ? problem : `${subject}: ${problem}`);
}
