import { type AnyCall, decodeInput, type InputProblem } from '@erply-kit/schemas';

import { closest } from '../closest.ts';
import type { Parameters } from '../wire/parameters.ts';
import type { Refusal } from '../wire/refusal.ts';
import { accountOf, type Gate, type Passage } from './passage.ts';

/** Parameters that belong to the protocol, not to a call. */
const protocolParameters = new Set([
  'clientCode',
  'request',
  'requestName',
  'requestID',
  'requests',
  'sessionKey',
  'version',
  'responseType',
  'responseMode',
  'sendContentType',
  'setContentType',
  'partnerKey',
]);

/** Inputs that have a meaning for every value: nonsense in them gives the default page (switch `pageNonsense`). */
const pagingParameters = new Set(['recordsOnPage', 'pageNo', 'recordOffset']);

function unserved(call: AnyCall, sent: Readonly<Record<string, unknown>>): Refusal | undefined {
  const field = (call.unserved?.inputs as readonly string[] | undefined)?.find((name) =>
    Object.hasOwn(sent, name),
  );
  return field === undefined
    ? undefined
    : { code: 1016, field, note: `${call.name}: ${field} is not served yet` };
}

function unknownNotes(call: AnyCall, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const known = Object.keys(call.input());
  return names.map((name) => {
    const similar = closest(name, known);
    return `${call.name} has no parameter "${name.slice(0, 64)}"${similar === undefined ? '' : `; did you mean ${similar}?`}`;
  });
}

/** The parameters that are the call's own. */
function ownParameters(parameters: Parameters): Parameters {
  const own = new Map(parameters);
  for (const name of protocolParameters) own.delete(name);
  return own;
}

function firstProblem(passage: Passage, problems: readonly InputProblem[]): Refusal | undefined {
  const isStrict = accountOf(passage).switches.pageNonsense === '1016';
  for (const problem of problems) {
    if (!pagingParameters.has(problem.field)) return { code: problem.code, field: problem.field };
    if (isStrict) return { code: 1016, field: problem.field };
  }
  return undefined;
}

/** 1010 to 1016: what is wrong with the input, by the call's definition. Unknown parameters are ignored and noted. */
export const validation: Gate = (passage) => {
  const call = passage.call;
  if (call === undefined) throw new Error('the call name gate comes first');
  const decoded = decodeInput(call, ownParameters(passage.parameters));
  passage.input = decoded.input;
  const refusal = unserved(call, decoded.input);
  if (refusal !== undefined) return refusal;
  passage.notes.push(...unknownNotes(call, decoded.unknown));
  const [unknown] = decoded.unknown;
  if (passage.server.options.strict && unknown !== undefined) return { code: 1016, field: unknown };
  return firstProblem(passage, decoded.problems);
};
