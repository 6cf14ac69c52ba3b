const mark = /^<masked:(\d+)>$/;

/**
 * What stands in a replay for a password or PIN that the journal masks: the same for the same mark, and a password that
 * Erply's rules allow.
 */
export function secretOfMark(value: string): string {
  const number = mark.exec(value)?.[1];
  return number === undefined ? value : `Masked-Value-${number}`;
}
