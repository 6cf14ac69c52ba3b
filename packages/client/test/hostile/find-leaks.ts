import { inspect } from 'node:util';

const secret = /canary/i;
/** Anything that moves the cursor or ends the line; a stack has lines. */
const control = /\p{Cc}/u;

/** What a program could print of values and should not: where, never what. */
export function findLeaks(values: Readonly<Record<string, unknown>>): string[] {
  const leaks = new Set<string>();
  for (const [name, value] of Object.entries(values)) {
    const printed = [
      JSON.stringify(value),
      inspect(value, { depth: 20, showHidden: true, maxArrayLength: null, maxStringLength: null }),
      String(value),
    ];
    if (printed.some((text) => secret.test(text))) leaks.add(`a secret in ${name}`);
    if (printed.some((text) => control.test(text?.replaceAll('\n', '')))) leaks.add(`a control in ${name}`);
    walk(value, name, leaks);
  }
  return [...leaks];
}

/** Every text of a value, hidden ones too. */
function walk(value: unknown, path: string, leaks: Set<string>, seen = new Set<unknown>()): void {
  if (typeof value === 'string') {
    if (secret.test(value)) leaks.add(`a secret in ${path}`);
    const isStack = path.endsWith('.stack');
    if (control.test(isStack ? value.replaceAll('\n', '') : value)) leaks.add(`a control in ${path}`);
  }
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  for (const key of Reflect.ownKeys(value)) {
    walk(String(key), `a key of ${path}`, leaks, seen);
    walk(Reflect.get(value, key), `${path}.${cleaned(String(key))}`, leaks, seen);
  }
}

const cleaned = (key: string) => (secret.test(key) || control.test(key) ? '…' : key);
