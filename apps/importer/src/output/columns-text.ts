import { oneLine } from '@erply-kit/command-line';

/** A line for each lane that does not fill all its columns. */
export function columnsText(columns: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(columns).map(
    ([lane, names]) => `${lane}: only ${oneLine(['id', ...names].join(', '))}\n`,
  );
  return lines.join('');
}
