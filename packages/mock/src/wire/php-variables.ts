import type { ParameterValue } from '@erply-kit/schemas';

/** How deep an array may be nested in a name: PHP's `max_input_nesting_level` as it is shipped. */
const maxNesting = 64;

/** A name with one of these is not what was sent. A closing bracket alone is a letter to PHP. */
const special = /[. [\0]/;

const dot = 0x2e;
const blank = 0x20;
const bracket = 0x5b;
const underscore = 0x5f;

/** Byte by byte: a name may be as long as a body, and to replace within a text would take seconds. */
function mangled(name: string): string {
  const bytes = Buffer.from(name);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === dot || byte === blank || byte === bracket) bytes[at] = underscore;
  }
  return bytes.toString();
}

/** How many indexes follow on a name: `a[b][c]` has two. One that is opened and never closed counts as well. */
function nestingOf(name: string, firstClosedAt: number): number {
  let nesting = 1;
  let closedAt = firstClosedAt;
  while (closedAt !== -1 && name[closedAt + 1] === '[') {
    nesting += 1;
    closedAt = name.indexOf(']', closedAt + 1);
  }
  return nesting;
}

function setSpecial(variables: Map<string, ParameterValue>, sent: string, value: string): void {
  const [name = ''] = sent.replace(/^ +/, '').split('\0', 1);
  const openedAt = name.indexOf('[');
  const closedAt = openedAt === -1 ? -1 : name.indexOf(']', openedAt);
  const base = mangled(openedAt === -1 ? name : name.slice(0, openedAt));
  if (base === '') return;
  if (closedAt === -1) variables.set(mangled(name), value);
  // An array that is nested too deep takes the whole variable with it.
  else if (nestingOf(name, closedAt) > maxNesting) variables.delete(base);
  else variables.set(base, [value]);
}

/**
 * Makes a variable of a form field as PHP does: dots and blanks in its name are underscores, a NUL ends it, brackets
 * make an array, and the last one of a name wins. Of an array only one value is kept: no parameter of Erply is an array.
 */
export function setVariable(variables: Map<string, ParameterValue>, name: string, value: string): void {
  if (special.test(name)) setSpecial(variables, name, value);
  else if (name !== '') variables.set(name, value);
}
