import { createUsageError } from './usage-error.ts';

/**
 * A value without a byte order mark before it and the line ends behind it: they are an editor's or a shell's. Blanks
 * and quotation marks stay, since a password may have them, with a note: no message shows the value.
 */
export function cleanValue(name: string, value: string | undefined, onNote: (note: string) => void): string {
  const cleaned = (value ?? '').replace(/^\uFEFF/, '').replace(/[\r\n]+$/, '');
  if (/[\r\n]/.test(cleaned)) throw createUsageError(`${name} has more than one line`);
  if (cleaned !== cleaned.trim()) onNote(`${name} begins or ends with a blank, which is taken as part of it`);
  if (/^(["'`]).*\1$/s.test(cleaned) && cleaned.length > 1)
    onNote(`${name} stands in quotation marks, which are taken as part of it`);
  return cleaned;
}
