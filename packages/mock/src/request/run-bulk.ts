import { turnTaker } from '../slices.ts';
import { type AsciiList, atOnce } from '../wire/ascii.ts';
import type { CallName } from '../wire/envelope.ts';
import { subRequestParameters } from '../wire/parameters.ts';
import { accountOf, type RequestContext, type SubRequest } from './context.ts';
import { CurrentInvoice } from './current-invoice.ts';
import { callNamed } from './gates/call-name.ts';
import { spellProtocolWords } from './gates/spell-protocol-words.ts';
import { injectedRefusal } from './inject.ts';
import { isMutatedMeanwhile } from './mutate-data.ts';
import { readProtocol } from './read-protocol.ts';
import { type CallOutcome, refused, runCall } from './run-call.ts';

/** The parameters of a bulk request that its sub-requests have no say in. */
const outerParameters = ['clientCode', 'sessionKey', 'responseType'] as const;

function contextOf(outer: RequestContext, subRequest: SubRequest, index: number): RequestContext {
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
  const spelled = spellProtocolWords(parameters, notes);
  const firedFaults = [...outer.firedFaults];
  return { ...outer, parameters: spelled, protocol: readProtocol(spelled), name, index, notes, firedFaults };
}

async function runSubRequest(context: RequestContext, invoice: CurrentInvoice): Promise<CallOutcome> {
  const injected = injectedRefusal(context);
  if (injected !== undefined) return refused(context, injected);
  const resolved = invoice.resolve(context.parameters, accountOf(context).switches);
  if ('code' in resolved) return refused(context, resolved);
  const { parameters } = resolved;
  return runCall({ ...context, parameters, protocol: readProtocol(parameters) });
}

/** Runs the calls of a bulk request one after another. One that fails does not keep the others from running. */
export async function runBulk(outer: RequestContext, items: readonly SubRequest[]): Promise<AsciiList[]> {
  const documents: AsciiList[] = [];
  // What a call changes must not show in the answers before it.
  const changes = isMutatedMeanwhile(outer) || items.some(({ name }) => callNamed(name)?.effect !== 'read');
  const invoice = new CurrentInvoice();
  const takeTurns = turnTaker();
  for (const [index, item] of items.entries()) {
    const context = contextOf(outer, item, index);
    const outcome = await runSubRequest(context, invoice);
    invoice.follow(context.name.name, outcome);
    outer.notes.push(...context.notes);
    documents.push(changes ? atOnce(outcome.document) : outcome.document);
    await takeTurns();
  }
  return documents;
}
