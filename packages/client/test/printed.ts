import { inspect } from 'node:util';

/** All that a program could print of a value. */
export function printed(value: unknown): string {
  return [
    JSON.stringify(value),
    inspect(value, { depth: 20, showHidden: true, maxArrayLength: null, maxStringLength: null }),
    String(value),
    (value as Error | undefined)?.stack,
  ].join('\n');
}
