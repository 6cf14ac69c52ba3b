import type { Switches } from '../config/switches.ts';
import {
  type BodyVariables,
  countFields,
  type Form,
  formOf,
  keptFields,
  leadingBoundary,
  maxFileUploads,
  meantForm,
  readForm,
} from './form.ts';
import { formNote } from './form-notes.ts';
import { outlineOf } from './json-outline.ts';
import { mergedParameters, type Parameters, textOf } from './parameters.ts';
import { type FormVariables, readUrlencoded } from './urlencoded.ts';

/** Where a request has its parameters. */
export interface SentParameters {
  readonly body: string;
  /** The body's header, '' when there is none. */
  readonly contentType: string;
  /** What stands after the `?`. */
  readonly query: string;
}

/** What an account has switched that decides how parameters are read. */
type ReadingSwitches = Pick<Switches, 'bodyTypes' | 'maxInputVars' | 'merge'>;

/** What was read of a request, and as what. */
interface ReadRequest {
  readonly form: Form;
  readonly body: BodyVariables;
  readonly query: FormVariables;
}

/** Why nothing was made of the parameters of a request. */
export type UnreadableParameters = 'tooManyParameters' | 'tooLargePart';

/** How an account reads its parameters, and how many of them a request may have. */
export interface ReadingOptions {
  readonly switchesOf: (clientCode: string | undefined) => ReadingSwitches;
  readonly maxParameters: number;
}

/** PHP's `max_input_vars` as it is shipped: there is a note from the next variable on. */
const shippedMaxInputVars = 1000;

/** Whether the body may be a form of another kind than its Content-Type says. */
function isDoubtful(body: string, form: Form, read: BodyVariables): boolean {
  if (form.kind === 'urlencoded') return body.startsWith('--') && leadingBoundary(body) !== undefined;
  return body !== '' && (form.kind === 'unread' || read.parts === 0);
}

function limitNote(name: string, read: BodyVariables, limits: { max: number; kept: number; isSet: boolean }) {
  const { max, kept, isSet } = limits;
  const reader = isSet ? `PHP with maxInputVars ${max}` : 'PHP as it is shipped';
  const drops = 'and drops the rest without a word';
  return read.count > max
    ? `the ${name} has ${read.count} variables: ${reader} reads ${Math.min(read.count, kept)} ${drops} (max_input_vars)`
    : `the ${name} has ${read.parts} parts: ${reader} reads ${max + maxFileUploads} ${drops} (max_multipart_body_parts)`;
}

/** Holds what was read against `maxInputVars`: says what is beyond it, and leaves that out where the switch is set. */
function withinLimits(
  sent: SentParameters,
  read: ReadRequest,
  account: { readonly switches: ReadingSwitches; readonly notes: string[] },
): { readonly body: Parameters; readonly query: Parameters } {
  const { form, body, query } = read;
  const isSet = account.switches.maxInputVars !== 'off';
  const max = isSet ? Number(account.switches.maxInputVars) : shippedMaxInputVars;
  const within = { body: body.values, query: query.values };
  if (body.count > max || (body.parts ?? 0) > max + maxFileUploads) {
    const name = form.kind === 'multipart' ? 'multipart form' : 'form';
    account.notes.push(limitNote(name, body, { max, isSet, kept: keptFields(form, max) }));
    if (isSet) within.body = readForm(sent.body, form, max).values;
  }
  if (query.count > max) {
    account.notes.push(limitNote('query', query, { max, isSet, kept: max }));
    if (isSet) within.query = readUrlencoded(sent.query, 'query', max).values;
  }
  return within;
}

/** A body as its Content-Type says, and as it may be meant. */
interface BothReadings {
  readonly byType: ReadBody;
  readonly asMeant: ReadBody;
}

interface ReadBody {
  readonly form: Form;
  readonly body: BodyVariables;
}

/** Reads a body once, or twice where it is doubtful; not at all where it has more fields than `most`. */
function readBothWays(sent: SentParameters, most: number): BothReadings | UnreadableParameters {
  const { body: text, contentType } = sent;
  const read = (form: Form): ReadBody | undefined =>
    countFields(text, form, most) > most ? undefined : { form, body: readForm(text, form) };
  const byType = read(formOf(contentType));
  if (byType === undefined) return 'tooManyParameters';
  const asMeant = isDoubtful(text, byType.form, byType.body) ? read(meantForm(text, contentType)) : byType;
  if (asMeant === undefined) return 'tooManyParameters';
  return byType.body.isTooLarge || asMeant.body.isTooLarge ? 'tooLargePart' : { byType, asMeant };
}

/**
 * Reads the parameters of a request as PHP does, and what there is to say of how they were sent. What the account has
 * switched is known only when its code has been read: so a body that is doubtful or too long is read twice. What one
 * request has too much of is counted before anything is made of it, since that would hold up everybody else.
 */
export function readParameters(
  sent: SentParameters,
  { switchesOf, maxParameters }: ReadingOptions,
): { readonly parameters: Parameters; readonly notes: readonly string[] } | UnreadableParameters {
  const ofQuery = countFields(sent.query, { kind: 'urlencoded' }, maxParameters);
  if (ofQuery > maxParameters) return 'tooManyParameters';
  const both = readBothWays(sent, maxParameters - ofQuery);
  if (typeof both === 'string') return both;
  const query = readUrlencoded(sent.query, 'query');
  const code = textOf(both.asMeant.body.values, 'clientCode') ?? textOf(query.values, 'clientCode');
  const switches = switchesOf(code);
  const { form, body } = switches.bodyTypes === 'any' ? both.asMeant : both.byType;
  const note = formNote(sent, form, body);
  const notes = note === undefined ? [] : [note];
  const within = withinLimits(sent, { form, body, query }, { switches, notes });
  const parameters = mergedParameters(within, switches.merge);
  const { values } = outlineOf(textOf(parameters, 'requests') ?? '', maxParameters);
  return values > maxParameters ? 'tooManyParameters' : { parameters, notes };
}
