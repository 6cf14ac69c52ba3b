import type { Row } from '../../store/row.ts';
import type { LinkedDocument } from './document-links.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (value: unknown) => String(value ?? '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

const line = (tag: 'td' | 'th', cells: readonly unknown[]) =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;

/** A page with what a document says, for people who follow its link. How Erply prints one is the account's choice. */
export function printDocument({ account, id }: LinkedDocument): string {
  const document = account.records('salesDocuments').record(id) ?? {};
  const rows = (document.rows ?? []) as readonly Row[];
  const title = escaped(`${document.type} ${document.number}`);
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>`,
    `<h1>${title}</h1><p>${escaped(document.date)}, ${escaped(document.clientName)}</p>`,
    `<table>${line('th', ['Item', 'Amount', 'Price', 'Discount %', 'Total'])}`,
    ...rows.map(({ itemName, amount, price, discount, rowTotal }) =>
      line('td', [itemName, amount, price, discount ?? 0, rowTotal]),
    ),
    `</table><p>Total ${escaped(document.total)} ${escaped(document.currencyCode)}</p></body></html>`,
    '',
  ].join('\n');
}
