import { phpRound, type ShownField } from '@erply-kit/schemas';

import type { AnyRecord } from '../answer.ts';

type Shows = Readonly<Record<string, ShownField>>;

/** Whether a record shows all that was sent, as far as `shows` says where. What was not sent is not asked for. */
export function showsInput(
  record: AnyRecord,
  input: Readonly<Record<string, unknown>>,
  shows: Shows,
): boolean {
  return Object.entries(shows).every(([name, shown]) => {
    const sent = input[name];
    return sent === undefined || showsValue(record, sent, shown);
  });
}

function showsValue(record: AnyRecord, sent: unknown, shown: ShownField): boolean {
  if (typeof shown === 'string') return isSame(sent, record[shown]);
  const value = record[shown.field];
  if ('decimals' in shown) return isSameDecimal(sent, value, shown.decimals);
  return Array.isArray(sent) && Array.isArray(value) && showsRows(value, sent, shown.rows);
}

function showsRows(rows: readonly AnyRecord[], sent: readonly AnyRecord[], shows: Shows): boolean {
  return rows.length === sent.length && sent.every((row, at) => showsInput(rows[at] ?? {}, row, shows));
}

function isSame(sent: unknown, value: unknown): boolean {
  return typeof sent === 'number'
    ? toNumber(value) === sent
    : String(value ?? '').trim() === String(sent).trim();
}

/** Two decimal numbers of at most 15 digits are the same number when they are the same double. */
function isSameDecimal(sent: unknown, value: unknown, decimals: number): boolean {
  return phpRound(toNumber(sent), decimals) === phpRound(toNumber(value), decimals);
}

/** A number, in quotes or not; NaN for anything else, which is equal to nothing. */
const toNumber = (value: unknown) =>
  typeof value === 'string' && value.trim() !== ''
    ? Number(value)
    : typeof value === 'number'
      ? value
      : Number.NaN;
