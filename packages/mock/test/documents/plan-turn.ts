import type { Step, Turn } from './document-step.ts';
import { planDeposit, planEdit, planPay, planPayment, planRemove, planRemovePayment } from './plan-change.ts';
import {
  planCreditInvoice,
  planFollowUp,
  planOrder,
  planPurchase,
  planPurchaseOrder,
  planPurchaseReturn,
  planReceipt,
  planRegistration,
  planSale,
  planTransfer,
  planTransferOrder,
  planWriteOff,
} from './plan-new.ts';
import type { PlannedRequest, Situation } from './planned-request.ts';

type Plan = (step: Step, situation: Situation) => PlannedRequest | undefined;

/** What is refused leaves nothing: no document, no number, no stock (issue: "a rejected document leaves nothing behind"). */
function planRefused(step: Step, situation: Situation): PlannedRequest {
  const sale = planSale(step, situation);
  const [fields, code] = [
    [{ productID2: 999_999, amount2: 1 }, 1011],
    [{ warehouseID: 999 }, 1011],
    [{ customerID: 999_999 }, 1011],
    [{ type: 'GIFT' }, 1016],
    [{ amount1: 'many' }, 1014],
    [{ vatrateID1: 999 }, 1011],
  ][step.what % 6] as [PlannedRequest['fields'], number];
  return { ...sale, fields: { ...sale.fields, ...fields }, codes: [code] };
}

/** The same document once more, with its date and time: the answer names the first one (additions.md 1.2). */
function planRepeat(_: Step, { last }: Situation): PlannedRequest | undefined {
  if (last === undefined) return undefined;
  return {
    ...last.planned,
    isRepeat: true,
    change(books, { invoiceID }) {
      if (Number(invoiceID) !== last.id) throw new Error(`the same document got another ID, ${invoiceID}`);
      return books;
    },
  };
}

const plans: Readonly<Record<Exclude<Step['kind'], 'wait' | 'payCurrent'>, Plan>> = {
  sale: planSale,
  order: planOrder,
  purchase: planPurchase,
  purchaseOrder: planPurchaseOrder,
  purchaseReturn: planPurchaseReturn,
  registration: planRegistration,
  writeOff: planWriteOff,
  transfer: planTransfer,
  transferOrder: planTransferOrder,
  followUp: planFollowUp,
  receipt: planReceipt,
  creditInvoice: planCreditInvoice,
  edit: planEdit,
  remove: planRemove,
  pay: planPay,
  deposit: planDeposit,
  removePayment: planRemovePayment,
  refused: planRefused,
  repeat: planRepeat,
};

/** The save of a sales document that a later sub-request of its bulk request means by CURRENT_INVOICE_ID. */
const isSale = ({ request }: PlannedRequest) => request === 'saveSalesDocument';

/** A payment of the document before it in the bulk request; 1157 when that was refused (protocol.md 6.3). */
function planPayCurrent(step: Step, before: readonly PlannedRequest[]): PlannedRequest | undefined {
  const sale = before.findLast(isSale);
  if (sale === undefined) return undefined;
  const cents = 1 + (step.rows[0]?.cents ?? 0);
  const planned = planPayment({ documentID: 'CURRENT_INVOICE_ID', type: 'CASH' }, cents, {
    id: 0,
    partyID: 0,
  });
  if (!sale.codes.includes(0)) return { ...planned, codes: [1157] };
  return {
    ...planned,
    change(books, { paymentID }) {
      const document = books.documents.findLast(({ table }) => table === 'salesDocuments');
      const [documentID, customerID] = [document?.id ?? 0, document?.partyID ?? 0];
      const payment = { id: Number(paymentID), documentID, customerID, cents };
      return { ...books, payments: [...books.payments, payment] };
    },
  };
}

/** The requests of a turn: of several, those of one bulk request. */
export function planTurn(turn: Turn, situation: Situation): PlannedRequest[] {
  const planned: PlannedRequest[] = [];
  for (const step of turn) {
    if (step.kind === 'wait') continue;
    const sent = situation.sent + planned.length;
    const next =
      step.kind === 'payCurrent'
        ? planPayCurrent(step, planned)
        : plans[step.kind](step, { ...situation, sent });
    if (next !== undefined) planned.push(next);
  }
  return planned;
}
