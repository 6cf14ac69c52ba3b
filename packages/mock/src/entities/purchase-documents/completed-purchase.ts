import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { buyingTypes } from '../stock/stock-documents.ts';
import { withUnitCosts } from './purchase-costs.ts';
import { accountingTotals, purchaseTotals } from './purchase-totals.ts';

interface PurchaseToComplete {
  /** The document as it will be, with its rows. */
  readonly document: Row;
  /** As it was; `undefined` for a new one. */
  readonly before: Row | undefined;
  /** Totals for the books that the save brings. */
  readonly own?: Row;
}

/** How far a document is; of an order that follows what is based on it. */
function statusOf({ document, before }: PurchaseToComplete): unknown {
  if (document.type === 'PRCORDER') return before?.type === 'PRCORDER' ? before.status : 'PENDING';
  return document.confirmed === 1 ? 'READY' : 'PENDING';
}

/** Totals for the books that an earlier save has brought: those that do not follow from the document. */
function broughtTotals(before: Row | undefined): Row {
  if (before === undefined) return {};
  const own = Object.entries(accountingTotals(before)).filter(([name, value]) => before[name] !== value);
  return Object.fromEntries(own.map(([name]) => [name, before[name]]));
}

/**
 * A document with all that follows from the rest of it: costs, totals, status, and the day on which stock moves. When it was
 * made and edited is not among it: whoever writes it says that.
 */
export function completedPurchase(account: Account, saving: PurchaseToComplete): Row {
  const { before, own } = saving;
  const { added: _, lastModified: __, ...document } = saving.document;
  const rows = withUnitCosts(account, document);
  const totalled = { ...document, rows, ...purchaseTotals(account, document) };
  const movesStock = document.confirmed === 1 && buyingTypes.includes(document.type);
  return {
    ...totalled,
    ...accountingTotals(totalled),
    ...broughtTotals(before),
    ...own,
    status: statusOf(saving),
    inventoryTransactionDate: movesStock ? document.date : undefined,
  };
}
