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
import { recordRequest } from './record-request.ts';
import { type CallOutcome, outcomeOf, refused, runCall } from './run-call.ts';

/** The parameters of a bulk request that its sub-requests have no say in. */
const outerParameters = ['clientCode', 'sessionKey', 'responseType'] as const;

function contextOf(outer: RequestContext, subRequest: SubRequest, index: number): RequestContext {
  const { name: requestName, item } = subRequest;
  const parameters = subRequestParameters(item);
  const ignored = [...outerParameters, 'requests'].filter((word) => parameters.has(word));
  for (const word of outerParameters) {
    const value = outer.parameters.get(word);
    if (value === undefined) parameters.delete(word);
    else parameters.set(word, value);
  }
  parameters.delete('requests');
  const { requestID } = item;
  const id = { id: requestID ?? null, hasID: requestID !== undefined };
  const name: CallName = { kind: 'subRequest', name: requestName, ...id };
  const notes: string[] = [];
  const spelled = spellProtocolWords(parameters, notes);
  return {
    ...outer,
    parameters: spelled,
    protocol: readProtocol(spelled),
    name,
    startedMs: outer.server.options.realTime(),
    index,
    firedFaults: [...outer.firedFaults],
    ...(ignored.length === 0 ? {} : { ignored }),
    notes,
  };
}

/** Runs one of the calls, unless a fault refuses it. */
async function runSubRequest(sent: RequestContext, invoice: CurrentInvoice): Promise<CallOutcome> {
  const injected = injectedRefusal(sent);
  if (injected !== undefined) {
    const outcome = refused(sent, injected);
    recordRequest(sent, outcomeOf(outcome));
    return outcome;
  }
  const resolved = invoice.resolve(sent.parameters, accountOf(sent).switches);
  const { parameters } = 'code' in resolved ? sent : resolved;
  const context = { ...sent, parameters, protocol: readProtocol(parameters) };
  if ('code' in resolved) context.refusedBy = 'currentInvoice';
  const outcome = 'code' in resolved ? refused(context, resolved) : await runCall(context);
  recordRequest(context, outcomeOf(outcome));
  return outcome;
}

/** What the calls of a bulk request came to. */
interface BulkOutcome {
  readonly documents: readonly AsciiList[];
  /** What there is to say of them. */
  readonly notes: readonly string[];
}

/** Runs the calls of a bulk request one after another. One that fails does not keep the others from running. */
export async function runBulk(outer: RequestContext, items: readonly SubRequest[]): Promise<BulkOutcome> {
  const documents: AsciiList[] = [];
  const notes: string[] = [];
  // What a call changes must not show in the answers before it.
  const changes = isMutatedMeanwhile(outer) || items.some(({ name }) => callNamed(name)?.effect !== 'read');
  const invoice = new CurrentInvoice();
  const takeTurns = turnTaker();
  for (const [index, item] of items.entries()) {
    const context = contextOf(outer, item, index);
    const outcome = await runSubRequest(context, invoice);
    invoice.follow(context.name.name, outcome);
    notes.push(...context.notes);
    documents.push(changes ? atOnce(outcome.document) : outcome.document);
    await takeTurns();
  }
  return { documents, notes };
}
