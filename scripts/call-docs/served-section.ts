import { type AnyCall, recordOf } from '@erply-kit/schemas';

import { code } from './markdown.ts';
import { fieldsOf } from './schema-shape.ts';

/** What the fake serves of a call, by whichever list is the shorter: what it has or what it lacks. */
export function servedSection(call: AnyCall): string {
  const record = recordOf(call);
  const inputs: string[] = Object.keys(call.input());
  const fields = Object.keys((record && fieldsOf(record())) ?? {});
  return [
    sentence('Inputs', {
      all: inputs,
      unserved: call.unserved?.inputs ?? [],
      others: 'it refuses with 1016',
    }),
    sentence('Fields', { all: fields, unserved: call.unserved?.fields ?? [], others: 'no answer has' }),
    ...unservedErrors(call),
  ].join('\n');
}

/** Said of calls only that name such codes. */
function unservedErrors({ unserved }: AnyCall): string[] {
  const { errors = [] } = unserved ?? {};
  if (errors.length === 0) return [];
  return [`- Errors: ${errors.join(', ')} by a [fault rule](../faults.md) only.`];
}

interface Served {
  readonly all: readonly string[];
  readonly unserved: readonly string[];
  /** What becomes of the others. */
  readonly others: string;
}

function sentence(what: string, { all, unserved, others }: Served): string {
  const served = all.filter((name) => !unserved.includes(name));
  if (unserved.length === 0) return `- ${what}: all.`;
  return served.length < unserved.length
    ? `- ${what}: only ${list(served)}. The others ${others}.`
    : `- ${what}: all but ${list(unserved)}, which ${others}.`;
}

const list = (names: readonly string[]) => names.map(code).join(', ');
