import type { Switches } from '../config/switches.ts';
import { type Encodable, encode, textOf } from '../wire/ascii.ts';
import type { Parameters } from '../wire/parameters.ts';
import type { Refusal } from '../wire/refusal.ts';

const placeholder = 'CURRENT_INVOICE_ID';

/** What saveSalesDocument answers with when it was sent the same document before. */
const duplicate = 1206;

/** What a call of a bulk request came to, as far as those after it care. */
interface Outcome {
  readonly errorCode: number;
  readonly answer?: { readonly records: Encodable };
}

function invoiceIDOf(records: Encodable): string {
  const [record = '{}'] = encode(records);
  return String((JSON.parse(textOf(record)) as { invoiceID?: number }).invoiceID ?? '');
}

/**
 * The document that the last saveSalesDocument of a bulk request has made. Calls after it name it by the word
 * CURRENT_INVOICE_ID, as the only way in which sub-requests hang together.
 */
export class CurrentInvoice {
  #last: { readonly invoiceID: string } | { readonly code: 1157 | 1158 } = { code: 1157 };

  /** Takes note of what a sub-request came to. */
  follow(call: string, outcome: Outcome): void {
    if (call !== 'saveSalesDocument') return;
    this.#last =
      outcome.answer === undefined
        ? { code: outcome.errorCode === duplicate ? 1158 : 1157 }
        : { invoiceID: invoiceIDOf(outcome.answer.records) };
  }

  /**
   * Puts the document's ID instead of the word. Without a document the call is refused, or runs without the
   * parameter where `currentInvoiceAfterFailure` says so.
   */
  resolve(parameters: Parameters, switches: Switches): { readonly parameters: Parameters } | Refusal {
    const names = [...parameters].filter(([, value]) => value === placeholder).map(([name]) => name);
    const [field] = names;
    if (field === undefined) return { parameters };
    const resolved = new Map(parameters);
    if ('invoiceID' in this.#last) for (const name of names) resolved.set(name, this.#last.invoiceID);
    else if (switches.currentInvoiceAfterFailure === 'refuse') return { code: this.#last.code, field };
    else for (const name of names) resolved.delete(name);
    return { parameters: resolved };
  }
}
