import { calls } from '@erply-kit/schemas';

import type { Answer, UnknownRecord } from './answer.ts';
import type { BulkRequest } from './bulk/bulk-request.ts';
import { type CallVerbs, createCallMethod, type InputArgument } from './call-method.ts';
import type { CallInput, CallName, CallRecord } from './call-types.ts';
import type { CallOptions, NamedCallOptions, UnknownCallFacts } from './client-options.ts';
import type { Context } from './context.ts';
import { isKnownCall } from './is-known-call.ts';
import { namedCallOptionRules } from './options/call-option-rules.ts';
import { checkInput } from './options/check-input.ts';
import { checkOptions } from './options/check-options.ts';
import { createMisuseError } from './options/misuse.ts';
import { createUnknownCall } from './unknown-call/unknown-call.ts';
import { type UnknownInput, unknownInputTexts } from './unknown-call/unknown-input.ts';

/** A name that is not one of the schemas': for those the types of their definitions count. */
type UnknownName<TName extends string> = TName & (TName extends CallName ? never : unknown);

/** Makes a call by its name, whether or not the schemas know it. */
export interface CallByName {
  // No text here: editors show that of `ErplyClient.call`.
  <TName extends CallName>(
    name: TName,
    ...args: [...InputArgument<CallInput<TName>>, options?: CallOptions]
  ): Promise<Answer<CallRecord<TName>>>;
  <TName extends string>(
    name: UnknownName<TName>,
    input?: UnknownInput,
    options?: NamedCallOptions,
  ): Promise<Answer<UnknownRecord>>;
  /** The call as a value, for `client.bulk`. */
  request<TName extends CallName>(name: TName, ...args: InputArgument<CallInput<TName>>): BulkRequest<TName>;
  request<TName extends string>(
    name: UnknownName<TName>,
    input?: UnknownInput,
    facts?: UnknownCallFacts,
  ): BulkRequest<TName>;
}

type AnyMethod = CallVerbs<'getProducts'>;

/** Makes `client.call`. A name that the schemas know goes to the method of its definition. */
export function createCallByName(methods: Readonly<Record<string, unknown>>, context: Context): CallByName {
  const methodOf = (name: string, input: unknown, effect: UnknownCallFacts['effect']) => {
    checkName(name);
    checkInput({ name, call: name }, input);
    if (isKnownCall(name)) {
      checkEffect(name, effect);
      return { method: methods[name] as AnyMethod, sent: input as object };
    }
    const sent = unknownInputTexts(name, input as UnknownInput);
    const call = createUnknownCall(name, { inputs: Object.keys(sent), effect });
    return { method: createCallMethod(call, context) as AnyMethod, sent };
  };
  const call = async (name: string, input: unknown = {}, options: NamedCallOptions = {}) => {
    checkOptions({ name: 'call' }, options, namedCallOptionRules);
    const { effect, ...others } = options;
    const { method, sent } = methodOf(name, input, effect);
    return method(sent, others);
  };
  const request = (name: string, input: unknown = {}, facts: UnknownCallFacts = {}) => {
    checkOptions({ name: 'call.request' }, facts, { effect: namedCallOptionRules.effect });
    const { method, sent } = methodOf(name, input, facts.effect);
    return method.request(sent);
  };
  return Object.assign(call, { request }) as unknown as CallByName;
}

/** What Erply may have called a call; the longest one that we know has 35 letters. */
const possibleName = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

function checkName(name: unknown): asserts name is string {
  if (typeof name === 'string' && possibleName.test(name)) return;
  throw createMisuseError(
    { name: 'call' },
    "the name must be that of a call of Erply's, of letters and digits, such as 'getProducts'",
  );
}

function checkEffect(name: CallName, effect: UnknownCallFacts['effect']): void {
  const isRead = calls[name].effect === 'read';
  if (effect === undefined || (effect === 'read') === isRead) return;
  throw createMisuseError(
    { name, call: name },
    `effect is '${effect}', and this call is known as a ${isRead ? 'read' : 'write'}: leave effect out`,
  );
}
