import { expect } from 'vitest';

import { loggedIn } from '../ask.ts';
import { cents, documentReadings } from './document-readings.ts';
import type { Sequence, Turn } from './document-step.ts';
import { moneyReadings } from './money-readings.ts';
import { emptyBooks, type NaiveBooks, type NaiveDocument } from './naive-document.ts';
import { beginning, code, type NaiveShop } from './naive-shop.ts';
import { naiveTotals } from './naive-totals.ts';
import { type NaiveView, type Reading, viewOf } from './naive-view.ts';
import { planTurn } from './plan-turn.ts';
import type { PlannedRequest, Situation } from './planned-request.ts';
import { reportReadings } from './report-readings.ts';
import { stockReadings } from './stock-readings.ts';

type SubAnswer = { readonly status: any; readonly records: readonly any[] | null };

/** One sequence under way: what was sent, and what the model makes of it. */
interface Run {
  readonly shop: NaiveShop;
  session: NaiveShop['session'];
  readonly orderReserves: 'always' | 'flag';
  /** What was sent, one request a line. */
  readonly lines: string[];
  books: NaiveBooks;
  /** The last number that was given, by type of document. */
  readonly numbers: Map<string, number>;
  /** IDs of documents that have ever had a number. */
  readonly numbered: Set<number>;
  sent: number;
  last: Situation['last'];
}

async function send(run: Run, planned: readonly PlannedRequest[]): Promise<readonly SubAnswer[]> {
  const { session } = run;
  const [first] = planned;
  if (planned.length === 1 && first !== undefined)
    return [(await session.call(first.request, first.fields)) as SubAnswer];
  const answer = await session.bulk(
    planned.map(({ request, fields }) => ({ requestName: request, ...fields })),
  );
  return answer.requests;
}

function lineOf({ request, fields }: PlannedRequest, { status, records }: SubAnswer): string {
  const { errorCode, errorField } = status;
  const refused = errorField === undefined || errorField === '' ? errorCode : `${errorCode} ${errorField}`;
  const answer = errorCode === 0 ? JSON.stringify(records?.[0] ?? {}) : refused;
  const shown = answer.length > 120 ? `${answer.slice(0, 120)}…` : answer;
  return `${request} ${new URLSearchParams(fields as Record<string, string>)} → ${shown}`;
}

/** What a request made of the books, when it was answered as it has to be. */
function settle(run: Run, planned: PlannedRequest, answer: SubAnswer): void {
  const { errorCode } = answer.status;
  expect(planned.codes, `${planned.request} was answered ${errorCode}`).toContain(errorCode);
  if (errorCode !== 0) return;
  run.books = planned.change(run.books, answer.records?.[0] ?? {});
  payDueAmount(run, planned, answer);
  checkSaved(run, planned, answer);
  checkNumber(run, answer);
}

/** Each type counts on from its last number: what was refused, repeated or is a draft takes none. */
function checkNumber(run: Run, { records }: SubAnswer): void {
  const { invoiceID, invoiceNo } = records?.[0] ?? {};
  const isSale = ({ table, id }: NaiveDocument) => table === 'salesDocuments' && id === Number(invoiceID);
  const document = run.books.documents.find(isSale);
  // One that was confirmed before, and became a draft, may keep its number.
  if (document?.isConfirmed !== true || run.numbered.has(document.id)) return;
  run.numbered.add(document.id);
  const last = run.numbers.get(document.type);
  run.numbers.set(document.type, Number(invoiceNo));
  if (last !== undefined && Number(invoiceNo) !== last + 1)
    throw new Error(`${document.type} got number ${invoiceNo} after ${last}`);
}

const tables = { saveSalesDocument: 'salesDocuments', savePurchaseDocument: 'purchaseDocuments' } as const;

/** What a save answers of the document: its totals, and of each row product and amount. */
function checkSaved(run: Run, { request }: PlannedRequest, { records }: SubAnswer): void {
  const table = tables[request as keyof typeof tables];
  const saved = records?.[0];
  const document = run.books.documents.find(
    (other) => other.table === table && other.id === Number(saved?.invoiceID),
  );
  if (document === undefined) return;
  const { net, vat, total } = naiveTotals(document, run.shop);
  const [said, expected] = [
    { net: cents(saved.net), vat: cents(saved.vat), total: cents(saved.total) },
    { net, vat, total },
  ];
  const difference = differenceOf(expected, said);
  if (difference !== '') throw new Error(`the answer of the save\n${difference}`);
}

/** A save with paymentStatus=PAID makes a payment of what is due (calls.md, saveSalesDocument). */
function payDueAmount(run: Run, { fields, isRepeat }: PlannedRequest, { records }: SubAnswer): void {
  if (fields.paymentStatus !== 'PAID' || isRepeat === true) return;
  const { invoiceID, total } = records?.[0] ?? {};
  const payment = {
    ...{ id: 0, documentID: Number(invoiceID), customerID: Number(fields.customerID) },
    cents: Math.round(Number(total) * 100),
  };
  run.books = { ...run.books, payments: [...run.books.payments, payment] };
}

const todayOf = ({ shop }: Run) =>
  new Date(shop.mock.account(code).clock.read().now * 1000).toISOString().slice(0, 10);

/** IDs of payments that saves made by themselves. */
async function adopt(run: Run): Promise<void> {
  if (run.books.payments.every(({ id }) => id !== 0)) return;
  const { session } = run;
  const { customers } = run.shop;
  const found: any[] = [];
  for (const customerID of customers) {
    const { records } = await session.call('getPayments', { customerID, recordsOnPage: 100 });
    found.push(...(records ?? []));
  }
  const used = new Set(run.books.payments.map(({ id }) => id));
  run.books = {
    ...run.books,
    payments: run.books.payments.map((payment) => {
      if (payment.id !== 0) return payment;
      const own = found.find(
        ({ paymentID, documentID }) => documentID === payment.documentID && !used.has(paymentID),
      );
      return own === undefined ? payment : { ...payment, id: own.paymentID };
    }),
  };
}

async function perform(run: Run, turn: Turn): Promise<void> {
  if (turn.some(({ kind }) => kind === 'wait')) {
    const { clock } = run.shop.mock.account(code);
    clock.advance(6 * 3600);
    run.session = await loggedIn(run.shop.mock, code);
    run.lines.push('six hours later');
  }
  const { shop, books, sent, last } = run;
  const planned = planTurn(turn, { shop, books, sent, last, today: todayOf(run) });
  if (planned.length === 0) return;
  const answers = await send(run, planned);
  if (planned.length > 1) run.lines.push('in one bulk request:');
  run.last = undefined;
  for (const [index, request] of planned.entries()) {
    const answer = answers[index] as SubAnswer;
    run.lines.push(lineOf(request, answer));
    settle(run, request, answer);
    const isNew = planned.length === 1 && request.fields.time !== undefined && answer.status.errorCode === 0;
    if (isNew) run.last = { planned: request, id: Number(answer.records?.[0].invoiceID) };
  }
  run.sent += planned.length;
  await adopt(run);
}

/** The items that are not alike, as JSON; empty when all are. */
function differenceOf(expected: unknown, said: unknown): string {
  const [wanted, got] = [expected, said].map((value) => (Array.isArray(value) ? value : [value]));
  const pairs = Array.from({ length: Math.max(wanted?.length ?? 0, got?.length ?? 0) }, (_, index) =>
    [wanted?.[index], got?.[index]].map((item) => JSON.stringify(item)),
  );
  return pairs
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => `expected ${one}\n  answer ${other}`)
    .join('\n');
}

/** Lines of a report by the names of its columns. No field of these has a semicolon in it. */
async function linesOf({ shop }: Run, link: string): Promise<Record<string, string>[]> {
  const text = await (await shop.mock.app.request(link)).text();
  const [names = [], ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';').map((field) => field.trim().replaceAll('"', '')));
  return lines.map((fields) => Object.fromEntries(names.map((name, index) => [name, fields[index] ?? ''])));
}

async function compare(run: Run): Promise<void> {
  const { shop, orderReserves, books } = run;
  const view: NaiveView = viewOf(books, { shop, orderReserves, today: todayOf(run) });
  const readings: Reading[] = [
    ...stockReadings(view),
    ...documentReadings(view),
    ...moneyReadings(view),
    ...reportReadings(view, run.sent),
  ];
  const requests = readings.map(({ request, fields }) => ({ requestName: request, ...fields }));
  const answers = (await run.session.bulk(requests)).requests as readonly SubAnswer[];
  for (const [index, reading] of readings.entries()) {
    const { status, records } = answers[index] as SubAnswer;
    const name = `${reading.request} ${new URLSearchParams(reading.fields as Record<string, string>)}`;
    expect(status.errorCode, name).toBe(0);
    const given =
      reading.isFile === true ? await linesOf(run, String(records?.[0].reportLink)) : (records ?? []);
    const difference = differenceOf(reading.expected, reading.said(given));
    if (difference !== '') throw new Error(`${name}\n${difference}`);
  }
}

/** Sends the requests of a sequence; after each, every call has to say what the model says. */
export async function runSequence(shop: NaiveShop, { turns, orderReserves }: Sequence): Promise<void> {
  const account = shop.mock.account(code);
  account.restore(beginning);
  account.setConfig({ set: { orderReserves } });
  const { session } = shop;
  const run: Run = {
    ...{ shop, session, orderReserves, lines: [], books: emptyBooks, sent: 0, last: undefined },
    ...{ numbers: new Map(), numbered: new Set() },
  };
  for (const turn of turns) {
    try {
      await perform(run, turn);
      await compare(run);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`orderReserves=${orderReserves}\n${run.lines.join('\n')}\n\n${reason}`);
    }
  }
}
