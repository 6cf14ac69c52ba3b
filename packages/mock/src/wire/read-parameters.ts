import type { Switches } from '../account/switches.ts';
import {
  type BodyVariables,
  type Form,
  formOf,
  keptFields,
  leadingBoundary,
  maxFileUploads,
  meantForm,
  readForm,
} from './form.ts';
import { formNote } from './form-notes.ts';
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

/**
 * Reads the parameters of a request as PHP does, and what there is to say of how they were sent. What the account has
 * switched is known only when its code has been read: so a body that is doubtful or too long is read twice.
 */
export function readParameters(
  sent: SentParameters,
  switchesOf: (clientCode: string | undefined) => ReadingSwitches,
): { readonly parameters: Parameters; readonly notes: readonly string[] } {
  const { body: text, contentType } = sent;
  const query = readUrlencoded(sent.query, 'query');
  const byType = formOf(contentType);
  const readByType = readForm(text, byType);
  const meant = isDoubtful(text, byType, readByType) ? meantForm(text, contentType) : byType;
  const readAsMeant = meant === byType ? readByType : readForm(text, meant);
  const code = textOf(readAsMeant.values, 'clientCode') ?? textOf(query.values, 'clientCode');
  const switches = switchesOf(code);
  const [form, body] = switches.bodyTypes === 'any' ? [meant, readAsMeant] : [byType, readByType];
  const note = formNote(sent, form, body);
  const notes = note === undefined ? [] : [note];
  const within = withinLimits(sent, { form, body, query }, { switches, notes });
  return { parameters: mergedParameters(within, switches.merge), notes };
}
