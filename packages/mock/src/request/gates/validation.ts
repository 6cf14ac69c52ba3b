import * as z from 'zod';

import {
  type AnyCall,
  closest,
  type DecodedInput,
  decodeInput,
  type InputProblem,
  isProtocolParameter,
  language,
  type ParameterValue,
  pagingParameters,
  timesInMilliseconds,
} from '@erply-kit/schemas';

import type { UnknownParameter } from '../../account/journal-entry.ts';
import { ownText } from '../../wire/own-text.ts';
import { type Parameters, textOf } from '../../wire/parameters.ts';
import type { Refusal } from '../../wire/refusal.ts';
import { shownName } from '../../wire/shown-name.ts';
import { accountOf, type Gate, type RequestContext } from '../context.ts';
import type { Protocol } from '../read-protocol.ts';
import { spellingNote } from './spell-protocol-words.ts';

/** 1006 or 1028: the input belongs to a module that the account does not have. */
function ofMissingModule(context: RequestContext, call: AnyCall): Refusal | undefined {
  const { disabled } = accountOf(context).config;
  if (disabled.size === 0) return undefined;
  for (const [field, input] of Object.entries(call.moduleInputs ?? {})) {
    if (input !== undefined && context.parameters.has(field) && disabled.has(input.module))
      return { code: input.code, field };
  }
  return undefined;
}

function unserved(call: AnyCall, sent: Readonly<Record<string, unknown>>): Refusal | undefined {
  const field = (call.unserved?.inputs as readonly string[] | undefined)?.find((name) =>
    Object.hasOwn(sent, name),
  );
  return field === undefined
    ? undefined
    : { code: 1016, field, note: `${call.name}: ${field} is not served yet` };
}

/** Unknown parameters that are reported by name. */
const maxNoted = 20;

function unknownParameters(
  call: AnyCall,
  names: readonly string[],
  room: RequestContext['nameNotes'],
): readonly UnknownParameter[] {
  if (names.length === 0) return [];
  const known = Object.keys(call.input());
  const noted = names.slice(0, Math.min(maxNoted, room.left));
  room.left -= noted.length;
  return noted.map((name) => {
    const similar = closest(
      name,
      known.filter((other) => other !== name),
    );
    return { name: ownText(shownName(name)), ...(similar === undefined ? {} : { didYouMean: similar }) };
  });
}

function unknownNotes(call: AnyCall, unknown: readonly UnknownParameter[], count: number): string[] {
  const notes = unknown.map(
    ({ name, didYouMean }) =>
      `${call.name} has no parameter "${name}"${didYouMean === undefined ? '' : `; did you mean ${didYouMean}?`}`,
  );
  const more = count - notes.length;
  return more === 0 ? notes : [...notes, `${call.name} has no such parameters, ${more} more of them`];
}

/** Parameters of the call that had no effect: empty ones, and those that paging makes nothing of. */
function ignoredParameters(context: RequestContext, call: AnyCall, decoded: DecodedInput): string[] {
  const shape = call.input();
  const ignored: string[] = [];
  for (const [name, value] of context.parameters) {
    if (ignored.length === maxNoted) break;
    if (value === '' && Object.hasOwn(shape, name) && decoded.input[name] === undefined) ignored.push(name);
  }
  for (const { field, code } of decoded.problems)
    if (pagingParameters.includes(field) && code === 1014) ignored.push(field);
  return ignored;
}

/** The parameters that are the call's own: some calls declare one that the others only tolerate. */
export function* ownParameters(call: AnyCall, parameters: Parameters): Iterable<[string, ParameterValue]> {
  const shape = call.input();
  for (const parameter of parameters) {
    const [name] = parameter;
    if (!isProtocolParameter(name) || Object.hasOwn(shape, name)) yield parameter;
  }
}

/** 1195: every call takes a language, whether or not there is something to translate in its answer. */
function wrongLanguage({ lang }: Protocol): Refusal | undefined {
  return lang === '' || z.safeDecode(language, lang).success ? undefined : { code: 1195, field: 'lang' };
}

function firstProblem(
  context: RequestContext,
  call: string,
  problems: readonly InputProblem[],
): Refusal | undefined {
  const isStrict = accountOf(context).switches.pageNonsense === '1016';
  for (const problem of problems) {
    const { code, field, meant } = problem;
    // These have a meaning for every value: nonsense in them gives the default page (switch `pageNonsense`).
    const isPaging = pagingParameters.includes(field) && code === 1014;
    const note =
      meant === undefined
        ? {}
        : { note: `${call}: ${field} is read as it is spelled; did you mean ${meant}?` };
    if (!isPaging) return { code, field, ...note };
    if (isStrict) return { code: 1016, field: problem.field };
  }
  return undefined;
}

/** 1006, 1010 to 1016, 1028, 1030, 1162, 1195: what is wrong with the input, by the call's definition. */
export const validation: Gate = (context) => {
  const call = context.call;
  if (call === undefined) throw new Error('the call name gate comes first');
  if (context.server.stubs.get(call.name)?.takesAll) {
    context.input = {};
    return wrongLanguage(context.protocol);
  }
  const missing = ofMissingModule(context, call);
  if (missing !== undefined) return missing;
  const decoded = decodeInput(call, ownParameters(call, context.parameters));
  context.input = decoded.input;
  const unknown = unknownParameters(call, decoded.unknown, context.nameNotes);
  if (unknown.length > 0) context.unknown = unknown;
  const ignored = ignoredParameters(context, call, decoded);
  if (ignored.length > 0) context.ignored = [...(context.ignored ?? []), ...ignored];
  const inMilliseconds = timesInMilliseconds(call.input(), decoded.input);
  context.notes.push(
    ...unknownNotes(call, unknown, decoded.unknown.length),
    ...inMilliseconds.map((name) => `${call.name}: ${name} is in milliseconds, and Erply reads seconds`),
  );
  for (const { field, word } of decoded.respelled)
    context.notes.push(spellingNote(field, textOf(context.parameters, field), word));
  const [field] = [...decoded.unknown, ...inMilliseconds];
  if (context.server.options.strict && field !== undefined) return { code: 1016, field: shownName(field) };
  return (
    firstProblem(context, call.name, decoded.problems) ??
    wrongLanguage(context.protocol) ??
    // What Erply itself would refuse comes first: this one only the fake does.
    unserved(call, decoded.input)
  );
};
