import type { Control } from '../control/control.ts';
import type { AccountReport } from '../control/journal/report-control.ts';

/** Accounts that are shown in words; more than these nobody reads. */
const mostAccounts = 20;

/** Calls of an account that are shown in words. */
const mostCalls = 15;

const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

const inUnits = (units: number) => `${number(units)} ${units === 1 ? 'unit' : 'units'}`;

const more = (count: number, things: string) =>
  count <= 0 ? [] : [`  … and ${number(count)} more ${things}`];

/** Rows in columns: texts on the left, numbers on the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `  ${cells.join('  ')}`;
  });
}

function accountText(report: AccountReport): string {
  const { clientCode, requests, unanswered, units, byCall, errors, savings } = report;
  const rows = byCall
    .slice(0, mostCalls)
    .map((usage) => [usage.call, number(usage.calls), number(usage.units), number(usage.errors)]);
  const failed = errors.map(({ code, calls, meaning = '' }) => `  ${number(calls)} × ${code} ${meaning}`);
  const advised = savings.map((saving) => `  ${inUnits(saving.units)}: ${saving.advice}`);
  const kept = unanswered === 0 ? '' : `; ${number(unanswered)} kept from the API by faults`;
  return [
    `Account ${clientCode}: ${number(requests)} requests, ${inUnits(units)}${kept}`,
    ...columns([['call', 'calls', 'units', 'errors'], ...rows]),
    ...more(byCall.length - mostCalls, 'calls'),
    ...(failed.length === 0 ? [] : [' Errors', ...failed]),
    ...(advised.length === 0 ? [] : [' What would have cost less', ...advised]),
  ].join('\n');
}

const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');

/** What all accounts were asked that were asked something: in words, or as JSON with a line an account. */
export function reportText(control: Control, form: 'text' | 'json'): string {
  const reports = control
    .accounts()
    .map((code) => control.account(code).report())
    .filter(({ requests }) => requests > 0);
  if (form === 'json') return lines(reports.map((report) => JSON.stringify(report)));
  if (reports.length === 0) return lines(['erply-mock: no account has had a login that worked']);
  const dearest = reports.toSorted((a, b) => b.units - a.units);
  return lines([
    ...dearest.slice(0, mostAccounts).map(accountText),
    ...more(reports.length - mostAccounts, 'accounts; --report json has all'),
  ]);
}
