import { type AnyCall, calls, closest } from '@erply-kit/schemas';

import type { Gate } from '../context.ts';

const byName: ReadonlyMap<string, AnyCall> = new Map(Object.entries(calls));

/** The call that a request or sub-request names. */
export const callNamed = (name: string | undefined) => byName.get(name ?? '');

/** The call that was probably meant by a name that no call has. */
export const similarCall = (name: string) => closest(name, [...byName.keys()]);

/** 1005: no call of that name, or one that the fake does not serve. */
export const callName: Gate = (context) => {
  const { name } = context.name;
  const call = context.server.stubs.get(name)?.call ?? callNamed(name);
  if (call !== undefined) {
    context.call = call;
    return undefined;
  }
  const isHinted = context.nameNotes.left > 0;
  context.nameNotes.left -= 1;
  const similar = isHinted ? similarCall(name) : undefined;
  const hint = similar === undefined ? '' : `; did you mean ${similar}?`;
  return {
    code: 1005,
    ...(name === '' ? {} : { note: `request "${name.slice(0, 64)}" is not served${hint}` }),
  };
};
