import { ControlError } from './control-error.ts';

/** Reads a whole number out of a path or a query; `undefined` where it is not there. */
export function queryNumber(
  name: string,
  text: string | undefined,
  expected = 'a whole number',
): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new ControlError(400, `${name} needs ${expected}`);
  return Number(text);
}
