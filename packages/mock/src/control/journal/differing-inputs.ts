import type { AnyCall } from '@erply-kit/schemas';

import { isShown } from '../../request/journal-parameters.ts';
import type { Found } from './find-expected.ts';

/** In what the nearest request is not as expected. Values only where the journal may show them. */
export interface DifferingInput {
  /** Of an input, or `errorCode`. */
  readonly name: string;
  /** Whether it was sent at all. */
  readonly sent: boolean;
  readonly expected?: unknown;
  readonly actual?: string | number;
}

interface Expectation {
  readonly call: AnyCall | undefined;
  readonly input: Readonly<Record<string, unknown>>;
  readonly errorCode: number | undefined;
}

/** What the nearest request differs in. */
export function differingInputs(
  { nearest, differing }: Found,
  { call, input, errorCode }: Expectation,
  isFull: boolean,
): readonly DifferingInput[] {
  if (nearest === undefined) return [];
  const { entry, fingerprints } = nearest;
  return differing.map((name) => {
    if (name === 'errorCode') {
      const actual = entry.errorCode === undefined ? {} : { actual: entry.errorCode };
      return { name, sent: true, expected: errorCode, ...actual };
    }
    const sent = Object.hasOwn(entry.parameters, name) || fingerprints.has(name);
    if (!isShown(call, name, isFull)) return { name, sent };
    const actual = Object.hasOwn(entry.parameters, name) ? { actual: entry.parameters[name] ?? '' } : {};
    return { name, sent, expected: input[name], ...actual };
  });
}
