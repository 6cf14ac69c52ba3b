import { turnTaker } from '../slices.ts';
import { type AsciiList, printed } from '../wire/ascii.ts';
import type { CallName } from '../wire/envelope.ts';
import { subRequestParameters } from '../wire/parameters.ts';
import { accountOf, type Passage, type SubRequest } from './context.ts';
import { CurrentInvoice } from './current-invoice.ts';
import { callNamed } from './gates/call-name.ts';
import { spellProtocolWords } from './gates/spell-protocol-words.ts';
import { type CallOutcome, refused, runCall } from './run-call.ts';

/** The parameters of a bulk request that its sub-requests have no say in. */
const outerParameters = ['clientCode', 'sessionKey', 'responseType'] as const;

function passageOf(outer: Passage, subRequest: SubRequest, index: number): Passage {
  const { name: requestName, item } = subRequest;
  const parameters = subRequestParameters(item);
  for (const name of outerParameters) {
    const value = outer.parameters.get(name);
    if (value === undefined) parameters.delete(name);
    else parameters.set(name, value);
  }
  parameters.delete('requests');
  const { requestID } = item;
  const id = { id: requestID ?? null, hasID: requestID !== undefined };
  const name: CallName = { kind: 'subRequest', name: requestName, ...id };
  const notes: string[] = [];
  return { ...outer, parameters: spellProtocolWords(parameters, notes), name, index, notes };
}

async function runSubRequest(passage: Passage, invoice: CurrentInvoice): Promise<CallOutcome> {
  const resolved = invoice.resolve(passage.parameters, accountOf(passage).switches);
  return 'code' in resolved
    ? refused(passage, resolved)
    : runCall({ ...passage, parameters: resolved.parameters });
}

const atOnce = (document: AsciiList): AsciiList => ({ ...document, parts: printed(document.parts) });

/** Runs the calls of a bulk request one after another. One that fails does not keep the others from running. */
export async function runBulk(outer: Passage, items: readonly SubRequest[]): Promise<AsciiList[]> {
  const documents: AsciiList[] = [];
  // What a call changes must not show in the answers before it.
  const changes = items.some(({ name }) => callNamed(name)?.effect !== 'read');
  const invoice = new CurrentInvoice();
  const takeTurns = turnTaker();
  for (const [index, item] of items.entries()) {
    const passage = passageOf(outer, item, index);
    const outcome = await runSubRequest(passage, invoice);
    invoice.follow(passage.name.name, outcome);
    outer.notes.push(...passage.notes);
    documents.push(changes ? atOnce(outcome.document) : outcome.document);
    await takeTurns();
  }
  return documents;
}
